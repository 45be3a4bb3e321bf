package org.talon.torture;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long, and with which chance.
 *
 * @param seed of what is broken, and when; what the machines make of it is theirs
 * @param flaw a mistake to be planted; null for none
 * @param json where the report goes as well, null for nowhere
 */
public record TorturePlan(
        Duration time,
        long seed,
        @Nullable Flaw flaw,
        @Nullable Path json) {

    private static final Duration LONGEST_STORM = Duration.ofSeconds(100);
    private static final Duration QUIET = Duration.ofSeconds(20);

    /** How many storms there are, with a quiet point after each. */
    int storms() {
        return Math.toIntExact(Math.max(1, time.dividedBy(LONGEST_STORM.plus(QUIET))));
    }

    Duration storm() {
        Duration each = time.dividedBy(storms()).minus(QUIET);
        return each.compareTo(QUIET) < 0 ? QUIET : each;
    }
}
