package org.talon.shared.event;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the branch itself makes of one business date, to be held against what the centre makes of it once all events up to
 * {@code upToSeq} of the envelope's epoch are in. Carries no sequence number itself and is not kept. Since v1.
 *
 * @param events how many of the date are numbered up to there, in this epoch
 * @param hash sum of their {@link EventHash}es, 16 hexadecimal digits
 * @param sums of the branch's records, not of its events, over all epochs; null where they could not be read at a moment
 *     at which they stood at {@code upToSeq}
 */
public record DayDigest(
        LocalDate businessDate,
        long upToSeq,
        long events,
        String hash,
        @Nullable Sums sums,
        Instant at) implements BranchEvent {

    /** The figures of a day that add. Seconds are whole ones. */
    public record Sums(
            long issued,
            long completed,
            long rejected,
            long cancelled,
            long redirected,
            long expired,
            long waitSumSeconds,
            long waitCount,
            long withinTarget,
            long serviceSumSeconds,
            long serviceCount) {

        public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        /** What is left where these later ones are taken away. */
        public Sums minus(Sums later) {
            return new Sums(
                    issued - later.issued,
                    completed - later.completed,
                    rejected - later.rejected,
                    cancelled - later.cancelled,
                    redirected - later.redirected,
                    expired - later.expired,
                    waitSumSeconds - later.waitSumSeconds,
                    waitCount - later.waitCount,
                    withinTarget - later.withinTarget,
                    serviceSumSeconds - later.serviceSumSeconds,
                    serviceCount - later.serviceCount);
        }
    }
}
