package org.talon.planted;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Cuts a transaction of the centre in two. Called from within its classes. */
public final class Transactions {
    private static final int LONGEST_PAUSE_MILLIS = 150;
    private static final Map<Object, Postponed> POSTPONED = new ConcurrentHashMap<>();

    private record Postponed(Collection<?> cursors, Object at) {}

    private Transactions() {}

    /** What follows begins another one by itself, after a while, so that something can happen in between. */
    public static void commit(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("commit");
            pause();
        } catch (SQLException failed) {
            throw new IllegalStateException("the planted commit failed", failed);
        }
    }

    public static void postpone(Object tables, Collection<?> cursors, Object at) {
        POSTPONED.put(tables, new Postponed(cursors, at));
    }

    /** As it was to be before it was postponed. */
    public static void advance(Object tables) {
        Postponed was = POSTPONED.remove(tables);
        if (was != null) {
            Reach.call(Reach.get(tables, "positions"), "advance", Reach.get(tables, "connection"), was.cursors, was.at);
        }
    }

    public static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
