package org.talon.shared.figures;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Figures as every statistics call answers them. Counts and sums are exact; percentiles are within 1 %; averages and
 * percents are rounded half up to two digits. What a period has no answer for (who is waiting now, the mean of
 * nothing) is null.
 */
@JsonPropertyOrder({"issued", "booked", "waiting", "invited", "operating", "held"})
public record Figures(
        long issued,
        @Nullable Long booked,
        @Nullable Long waiting,
        @Nullable Long invited,
        @Nullable Long operating,
        @Nullable Long held,
        long completed,
        long rejected,
        long cancelled,
        long redirected,
        long expired,
        long waitSumSeconds,
        long waitCount,
        @Nullable BigDecimal averageWaitSeconds,
        @Nullable Long maxWaitSeconds,
        @Nullable Long p50WaitSeconds,
        @Nullable Long p90WaitSeconds,
        long withinTarget,
        @Nullable BigDecimal withinTargetPercent,
        long serviceSumSeconds,
        long serviceCount,
        @Nullable BigDecimal averageServiceSeconds,
        @Nullable Long longestCurrentWaitSeconds) {

    /** But for the one figure that grows by itself. */
    public Figures withoutCurrentWait() {
        return new Figures(
                issued,
                booked,
                waiting,
                invited,
                operating,
                held,
                completed,
                rejected,
                cancelled,
                redirected,
                expired,
                waitSumSeconds,
                waitCount,
                averageWaitSeconds,
                maxWaitSeconds,
                p50WaitSeconds,
                p90WaitSeconds,
                withinTarget,
                withinTargetPercent,
                serviceSumSeconds,
                serviceCount,
                averageServiceSeconds,
                null);
    }

    /** How many are in which state at this moment. */
    public record Now(
            long booked,
            long waiting,
            long invited,
            long operating,
            long held,
            @Nullable Long longestCurrentWaitSeconds) {

        public static final Now NOBODY = new Now(0, 0, 0, 0, 0, null);

        public Now plus(Now other) {
            return new Now(
                    booked + other.booked,
                    waiting + other.waiting,
                    invited + other.invited,
                    operating + other.operating,
                    held + other.held,
                    longer(longestCurrentWaitSeconds, other.longestCurrentWaitSeconds));
        }

        private static @Nullable Long longer(@Nullable Long one, @Nullable Long other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return Math.max(one, other);
        }
    }

    /** Figures of a period gone by: nobody waits in it any more. */
    public static Figures ofPeriod(Tally tally) {
        return of(tally, null);
    }

    /** Figures of today, with what goes on at this moment. */
    public static Figures of(Tally tally, @Nullable Now now) {
        Tally.Counts c = tally.counts();
        return new Figures(
                c.issued(),
                now == null ? null : now.booked,
                now == null ? null : now.waiting,
                now == null ? null : now.invited,
                now == null ? null : now.operating,
                now == null ? null : now.held,
                c.completed(),
                c.rejected(),
                c.cancelled(),
                c.redirected(),
                c.expired(),
                c.waitSumSeconds(),
                c.waitCount(),
                ratio(c.waitSumSeconds(), c.waitCount()),
                c.waitCount() == 0 ? null : c.maxWaitSeconds(),
                tally.waitPercentile(0.5),
                tally.waitPercentile(0.9),
                c.withinTarget(),
                ratio(100 * c.withinTarget(), c.waitCount()),
                c.serviceSumSeconds(),
                c.serviceCount(),
                ratio(c.serviceSumSeconds(), c.serviceCount()),
                now == null ? null : now.longestCurrentWaitSeconds);
    }

    private static @Nullable BigDecimal ratio(long sum, long count) {
        return count == 0 ? null : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP);
    }
}
