package org.talon.shared.identity;

import java.time.Duration;

/**
 * How long is waited after a wrong password: not at all after the first few, then twice as long each time, up to a limit. What was wrong
 * a day ago or longer no longer counts.
 *
 * @param free how many may be wrong before there is any delay
 * @param longest the limit
 */
record GuessLimit(int free, Duration longest) {

    static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    /** Of an account: at most 39 guesses in the first day, 24 in each one after it. */
    static final GuessLimit OF_ACCOUNT = new GuessLimit(5, Duration.ofHours(1));

    /** Of an address, at whatever accounts: people behind it may mistype, and one who tries all accounts is slowed down. */
    static final GuessLimit OF_ADDRESS = new GuessLimit(20, Duration.ofMinutes(15));

    private static final int LONGEST_POWER = 30;

    /** Before the next one, after so many that were wrong. */
    Duration delayAfter(int wrong) {
        if (wrong < free) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(wrong - free, LONGEST_POWER));
        return delay.compareTo(longest) < 0 ? delay : longest;
    }
}
