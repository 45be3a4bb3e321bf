package org.talon.central.statistics;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How dashboards are kept up to date; all of it real time, also where the centre's clock is simulated. */
@ConfigMapping(prefix = "talon.load-stream")
interface LoadStreamConfig {

    /** How long lies between two looks at the load, and so between two events. */
    Duration rest();

    /** How long one and the same load is shown, though those in the queues wait longer and longer. */
    Duration freshFor();

    /** After how long a silence a stream is told that it still lives. */
    Duration heartbeatEvery();

    /** How long a dashboard may take in nothing of what was sent to it. */
    Duration patience();

    /** How many streams are open at once, at most. */
    int mostStreams();

    /** When a dashboard that found no place may come again. */
    Duration retryAfter();
}
