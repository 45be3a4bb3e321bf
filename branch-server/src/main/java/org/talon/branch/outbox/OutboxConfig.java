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

    /** How often it is measured how many events wait, and how long. */
    @WithDefault("5s")
    Duration measureEvery();

    /**
     * How long events are kept after they were sent, by the branch's clock: at least as long as the oldest backup that may be restored.
     * They are dropped by whole months.
     */
    @WithDefault("365D")
    Duration retention();

    /** How often it is looked whose time is over; a month is made ready long before it comes. */
    @WithDefault("1H")
    Duration monthsEvery();

    /** How many events it hands to Kafka before it waits for their acknowledgement. */
    @WithDefault("2000")
    int batch();
}
