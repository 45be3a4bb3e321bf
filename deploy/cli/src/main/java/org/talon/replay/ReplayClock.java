package org.talon.replay;

import java.time.Instant;
import java.time.ZoneId;

/** A branch's wall clock in a replay: every day has 86,400 seconds, and its midnight is not UTC's. */
final class ReplayClock {
    /** Three hours ahead of UTC, in spite of its sign. */
    static final String ZONE = "Etc/GMT-3";

    private static final int OFFSET =
            ZoneId.of(ZONE).getRules().getOffset(Instant.EPOCH).getTotalSeconds();

    private ReplayClock() {}

    /** @param second since 1970-01-01T00:00 on the wall clock */
    static Instant instant(long second) {
        return Instant.ofEpochSecond(second - OFFSET);
    }
}
