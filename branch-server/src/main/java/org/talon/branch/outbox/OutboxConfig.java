package org.talon.branch.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Pace of the relay; all of it real time, also where the branch's clock is simulated. */
@ConfigMapping(prefix = "talon.outbox")
interface OutboxConfig {

    /** How long the relay rests when there is nothing to send. */
    @WithDefault("50ms")
    Duration rest();

    /** How long it rests after Kafka or the database failed it. */
    @WithDefault("1s")
    Duration restAfterFailure();

    /** How often it tells the centre how far the branch has come. */
    @WithDefault("10s")
    Duration heartbeatEvery();

    /** How often it tells the centre what it makes of each day that goes on. */
    @WithDefault("60s")
    Duration digestEvery();

    /** How many events it hands to Kafka before it waits for their acknowledgement. */
    @WithDefault("2000")
    int batch();
}
