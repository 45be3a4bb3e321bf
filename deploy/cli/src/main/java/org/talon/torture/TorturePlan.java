package org.talon.torture;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long, and with which chance.
 *
 * @param seed of what is broken, and when; what the machines make of it is theirs
 * @param flaw a mistake to be planted; null for none
 * @param everyFlaw plant each of them in turn, and expect that it is found within the time
 * @param json where the report goes as well, null for nowhere
 */
public record TorturePlan(
        Duration time,
        long seed,
        @Nullable Flaw flaw,
        boolean everyFlaw,
        @Nullable Path json) {

    private static final Duration LONGEST_STORM = Duration.ofSeconds(100);

    /** What is planted shows soon, and is looked for often. */
    private static final Duration LONGEST_STORM_PLANTED = Duration.ofSeconds(40);

    private static final Duration QUIET = Duration.ofSeconds(20);

    /** How many storms there are at most, with a quiet point after each. */
    int storms() {
        Duration longest = flaw == null ? LONGEST_STORM : LONGEST_STORM_PLANTED;
        return Math.toIntExact(Math.max(1, time.dividedBy(longest.plus(QUIET))));
    }

    Duration storm() {
        Duration each = time.dividedBy(storms()).minus(QUIET);
        return each.compareTo(QUIET) < 0 ? QUIET : each;
    }

    /** The same with one mistake. */
    TorturePlan planting(Flaw one) {
        return new TorturePlan(time, seed, one, false, null);
    }
}
