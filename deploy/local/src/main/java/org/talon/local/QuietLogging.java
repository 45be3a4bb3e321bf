package org.talon.local;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the hundreds of lines that Kafka and PostgreSQL's starter report of themselves off the terminal; warnings pass. */
final class QuietLogging {
    /** Held here because the logging system itself forgets a logger, with its level, that nobody holds. */
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("kafka"),
            Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("state.change.logger"),
            Logger.getLogger("io.zonky"));

    private QuietLogging() {}

    static void on() {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
