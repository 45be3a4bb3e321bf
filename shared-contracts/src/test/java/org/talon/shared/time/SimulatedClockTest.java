package org.talon.shared.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.talon.shared.SeededRandom;

class SimulatedClockTest {

    private static final Instant START = Instant.parse("2026-11-23T06:00:00Z");

    private final SimulatedClock clock = new SimulatedClock(START);

    @Test
    void it_stands_still_until_it_is_moved() {
        assertThat(clock.instant()).isEqualTo(START).isEqualTo(clock.instant());
        assertThat(clock.millis()).isEqualTo(START.toEpochMilli());
    }

    @Test
    void it_moves_forward() {
        assertThat(clock.moveTo(START.plusMillis(1))).isTrue();
        assertThat(clock.instant()).isEqualTo(START.plusMillis(1));
    }

    @Test
    void it_may_be_moved_to_where_it_stands() {
        assertThat(clock.moveTo(START)).isTrue();
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void it_never_goes_back() {
        assertThat(clock.moveTo(START.minusMillis(1))).isFalse();
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void it_shows_whole_milliseconds() {
        assertThat(clock.moveTo(START.plusNanos(1_999_999))).isTrue();
        assertThat(clock.instant()).isEqualTo(START.plusMillis(1));
    }

    @Test
    void whoever_moves_it_whereto_it_shows_the_furthest() {
        Random random = SeededRandom.printed();
        Instant furthest = START;
        for (int i = 0; i < 10_000; i++) {
            Instant wanted = START.plus(Duration.ofMillis(random.nextInt(1_000_000)));

            assertThat(clock.moveTo(wanted)).isEqualTo(!wanted.isBefore(furthest));

            furthest = wanted.isAfter(furthest) ? wanted : furthest;
            assertThat(clock.instant()).isEqualTo(furthest);
        }
    }
}
