package org.talon.local;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps the hundreds of lines that Kafka and PostgreSQL's starter report of themselves off the terminal; warnings pass. */
final class QuietLogging {
    /** Held here because the logging system itself forgets a logger, with its level, that nobody holds. */
    private static final List<Logger> WARNINGS_ONLY = List.of(
            Logger.getLogger("kafka"),
            Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("state.change.logger"),
            Logger.getLogger("io.zonky"));

    /** Warns at every start that it starts. */
    private static final Logger CONTROLLER = Logger.getLogger("org.apache.kafka.controller");

    /** Warns at every stop of a broker that one of its clients is closed twice. */
    private static final Logger CLIENT = Logger.getLogger("org.apache.kafka.clients.NetworkClient");

    /** Complains when it is to stop a server that has crashed. */
    private static final Logger STARTER = Logger.getLogger("io.zonky.test.db.postgres.embedded.EmbeddedPostgres");

    private QuietLogging() {}

    /** For work that is known to make PostgreSQL's starter complain. */
    static void whereTheStarterComplains(Runnable work) {
        STARTER.setLevel(Level.OFF);
        try {
            work.run();
        } finally {
            STARTER.setLevel(null);
        }
    }

    static void on() {
        WARNINGS_ONLY.forEach(logger -> logger.setLevel(Level.WARNING));
        CONTROLLER.setLevel(Level.SEVERE);
        CLIENT.setFilter(QuietLogging::saysSomething);
    }

    private static boolean saysSomething(LogRecord line) {
        return !String.valueOf(line.getMessage()).contains("has already been closed");
    }
}
