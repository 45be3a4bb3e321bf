package org.talon.shared.http;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells failures of the database that pass by themselves from those that do not. Knows of it no more than SQL's own codes. */
final class DatabaseTrouble {

    /**
     * Beginnings of SQLSTATEs: the connection failed, the call gave way to another, resources such as the disk are used up, the
     * server stops or starts, a file cannot be read or written.
     */
    private static final List<String> PASSING = List.of("08", "40", "53", "57P", "58");

    private DatabaseTrouble() {}

    static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if ((cause instanceof SQLException refused && isPassing(refused.getSQLState()))
                    || isFullPool(cause.getMessage())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(@Nullable String sqlState) {
        return sqlState != null && PASSING.stream().anyMatch(sqlState::startsWith);
    }

    /** All connections are in use for longer than a caller waits: the pool has no code for it. */
    private static boolean isFullPool(@Nullable String message) {
        return message != null && message.contains("cquisition timeout");
    }
}
