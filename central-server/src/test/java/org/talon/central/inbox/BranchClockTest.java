package org.talon.central.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A wrong clock is told from a message that was long on its way. */
class BranchClockTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");
    private static final Duration EVERY = Duration.ofSeconds(5);

    private static final ClockConfig LIMITS = new ClockConfig() {
        @Override
        public Duration skewLimit() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration steadyFor() {
            return Duration.ofSeconds(30);
        }
    };

    private Instant now = AT;
    private BranchClock clock = BranchClock.heard(AT, AT, LIMITS);

    @Test
    void a_clock_that_is_ahead_is_seen_by_its_first_heartbeat() {
        assertThat(BranchClock.heard(AT.plusSeconds(31), AT, LIMITS).skew()).isEqualTo(Duration.ofSeconds(31));
        assertThat(BranchClock.heard(AT.plusSeconds(30), AT, LIMITS).skew()).isNull();
    }

    @Test
    void a_clock_that_goes_ahead_is_seen_at_once_and_cleared_as_soon_as_it_is_right() {
        // When
        beats(Duration.ofHours(-1));
        // Then
        assertThat(clock.skew()).isEqualTo(Duration.ofHours(1));
        // When
        beats(Duration.ZERO);
        // Then
        assertThat(clock.skew()).isNull();
    }

    @Test
    void a_clock_that_is_behind_is_seen_when_its_heartbeats_have_been_as_late_for_long_enough() {
        // When
        beats(Duration.ofSeconds(40));
        for (int beat = 1; beat < 6; beat++) {
            beats(Duration.ofSeconds(40).plusMillis(100 * beat));
        }
        // Then
        assertThat(clock.skew()).isNull();
        // When
        beats(Duration.ofSeconds(40));
        // Then
        assertThat(clock.skew()).isEqualTo(Duration.ofSeconds(-40));
        // When
        beats(Duration.ofSeconds(1));
        // Then
        assertThat(clock.skew()).isNull();
    }

    @Test
    void what_was_held_up_while_the_line_was_cut_is_no_wrong_clock() {
        // Given: the heartbeat that was under way when the line was cut
        now = now.plus(Duration.ofMinutes(10));
        clock = clock.hears(AT.plus(EVERY), now, LIMITS);
        assertThat(clock.skew()).isNull();
        // When
        for (int beat = 0; beat < 20; beat++) {
            beats(Duration.ofMillis(50));
            // Then
            assertThat(clock.skew()).isNull();
        }
    }

    @Test
    void a_backlog_that_is_caught_up_with_bit_by_bit_is_no_wrong_clock() {
        // Given
        Duration lag = Duration.ofMinutes(30);
        // When: a third faster than the branch speaks
        while (lag.isPositive()) {
            beats(lag);
            // Then
            assertThat(clock.skew()).as("at a lag of %s", lag).isNull();
            lag = lag.minus(EVERY.dividedBy(3));
        }
    }

    @Test
    void many_heartbeats_at_one_moment_prove_nothing() {
        for (int beat = 0; beat < 100; beat++) {
            clock = clock.hears(AT.minusSeconds(60), now, LIMITS);
        }
        assertThat(clock.skew()).isNull();
    }

    @Test
    void a_delay_does_not_clear_a_clock_that_was_found_wrong() {
        // Given
        beats(Duration.ofMinutes(-2));
        // When
        beats(Duration.ofMinutes(4));
        // Then
        assertThat(clock.skew()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void while_nothing_changes_nothing_is_to_be_written() {
        beats(Duration.ofMillis(30));
        BranchClock before = clock;
        beats(Duration.ofMillis(900));
        assertThat(clock).isEqualTo(before);
    }

    /** The next heartbeat, so late by the centre's clock. */
    private void beats(Duration late) {
        now = now.plus(EVERY);
        clock = clock.hears(now.minus(late), now, LIMITS);
    }
}
