package org.talon.shared.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.talon.shared.SeededRandom;

class WaitBucketsTest {

    private static final int SAMPLES = 100_000;
    private static final long CENTURY_SECONDS = 100L * 366 * 86_400;

    @Test
    void a_short_wait_has_a_bucket_of_its_own() {
        for (int seconds = 0; seconds < 256; seconds++) {
            assertThat(WaitBuckets.of(seconds)).isEqualTo(seconds);
            assertThat(WaitBuckets.middle(seconds)).isEqualTo(seconds);
        }
    }

    @Test
    void buckets_follow_one_another_without_holes() {
        for (long seconds = 1; seconds <= 100_000; seconds++) {
            assertThat(WaitBuckets.of(seconds) - WaitBuckets.of(seconds - 1))
                    .as("step at %d", seconds)
                    .isBetween(0, 1);
        }
    }

    @Test
    void a_doubling_begins_with_a_new_bucket() {
        for (int power = 8; power < 62; power++) {
            long first = 1L << power;
            assertThat(WaitBuckets.of(first)).isEqualTo(WaitBuckets.of(first - 1) + 1);
            assertThat(WaitBuckets.of(2 * first) - WaitBuckets.of(first)).isEqualTo(128);
        }
    }

    @Test
    void the_layout_is_what_it_was() {
        assertThat(new long[] {255, 256, 257, 258, 900, 3_600, 86_400}).satisfies(seconds -> {
            int[] buckets =
                    java.util.Arrays.stream(seconds).mapToInt(WaitBuckets::of).toArray();
            assertThat(buckets).containsExactly(255, 256, 256, 257, 481, 737, 1_320);
        });
    }

    @Test
    void the_middle_lies_in_its_bucket_and_within_one_percent_of_every_wait_in_it() {
        Random random = SeededRandom.printed();
        for (int i = 0; i < SAMPLES; i++) {
            long wait = anyWait(random);
            long middle = WaitBuckets.middle(WaitBuckets.of(wait));

            assertThat(WaitBuckets.of(middle)).isEqualTo(WaitBuckets.of(wait));
            assertThat(Math.abs(middle - wait)).as("wait of %d s", wait).isLessThanOrEqualTo(wait / 100);
        }
    }

    @Test
    void a_longer_wait_is_never_in_a_lower_bucket() {
        Random random = SeededRandom.printed();
        for (int i = 0; i < SAMPLES; i++) {
            long one = anyWait(random);
            long other = anyWait(random);
            assertThat(WaitBuckets.of(Math.max(one, other)))
                    .isGreaterThanOrEqualTo(WaitBuckets.of(Math.min(one, other)));
        }
    }

    @Test
    void a_wait_is_never_negative() {
        assertThatThrownBy(() -> WaitBuckets.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** As many short ones as long ones, up to a century. */
    private static long anyWait(Random random) {
        return random.nextLong(1L << random.nextInt(1, 32)) % CENTURY_SECONDS;
    }
}
