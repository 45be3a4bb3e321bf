package org.talon.shared.http;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells failures of the database that pass by themselves from those that do not. Knows of it no more than SQL's own codes. */
final class DatabaseTrouble {

    /**
     * Beginnings of SQLSTATEs: the connection failed, the call gave way to another, resources such as the disk are used up, the
     * server stops or starts, a file cannot be read or written.
     */
    private static final List<String> PASSING = List.of("08", "40", "53", "57P", "58");

    private DatabaseTrouble() {}

    /** A commit that fails says why in what it suppressed, not in its causes. */
    static boolean isPassing(Throwable failure) {
        return isPassing(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean isPassing(@Nullable Throwable failure, Set<Throwable> seen) {
        return failure != null
                && seen.add(failure)
                && ((failure instanceof SQLException refused && isPassing(refused.getSQLState()))
                        || isFullPool(failure.getMessage())
                        || isPassing(failure.getCause(), seen)
                        || Stream.of(failure.getSuppressed()).anyMatch(one -> isPassing(one, seen)));
    }

    private static boolean isPassing(@Nullable String sqlState) {
        return sqlState != null && PASSING.stream().anyMatch(sqlState::startsWith);
    }

    /** All connections are in use for longer than a caller waits: the pool has no code for it. */
    private static boolean isFullPool(@Nullable String message) {
        return message != null && message.contains("cquisition timeout");
    }
}
