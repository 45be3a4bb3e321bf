package org.talon.planted;

import org.jspecify.annotations.Nullable;

/** Decides of a fact by its number, wrongly. Called from within the centre's classes. */
public final class Numbers {
    private static final String BEGINS_EPOCH = "EpochBegan";

    private Numbers() {}

    /** As if it were of the epoch that is the current one. */
    public static @Nullable Object verdict(Object cursor, Object fact) {
        Object place = Reach.made(
                cursor.getClass().getClassLoader(),
                "org.talon.shared.federation.Message$Place",
                Reach.get(cursor, "epoch"),
                Reach.number(fact, "seq"));
        return Reach.call(cursor, "take", place, offsetOf(fact));
    }

    /** Null of a fact that begins no new epoch. */
    public static @Nullable Object begun(Object cursor, Object fact) {
        Object event = Reach.call(fact, "event");
        boolean begins = event != null
                && event.getClass().getSimpleName().equals(BEGINS_EPOCH)
                && Reach.number(fact, "epoch") > (Integer) Reach.get(cursor, "epoch");
        return begins
                ? Reach.call(
                        cursor, "next", (int) Reach.number(fact, "epoch"), Reach.number(fact, "seq"), offsetOf(fact))
                : null;
    }

    private static long offsetOf(Object fact) {
        return Reach.number(Reach.get(fact, "source"), "offset");
    }
}
