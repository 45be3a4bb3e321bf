package org.talon.branch.board;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How boards are kept up to date; all of it real time, also where the branch's clock is simulated. */
@ConfigMapping(prefix = "talon.board")
interface BoardConfig {

    /** How long lies between two looks at who is called. */
    Duration rest();

    /** After how long a silence a stream is told that it still lives. */
    Duration heartbeatEvery();

    /** How long a board may take in nothing of what was sent to it. */
    Duration patience();

    /** How many streams are open at once, at most. */
    int mostStreams();

    /** When a board that found no place may come again. */
    Duration retryAfter();
}
