package org.talon.central.inbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What heartbeats tell of a branch's clock. One that comes before its own time proves a clock ahead: a delay can only make it later.
 * One that comes late may have been on its way for long; but what was held up is caught up with, so that the lag shrinks from one
 * heartbeat to the next, while that of a slow clock stays. Neither proof is there: what was known before holds.
 *
 * @param lag how long after its own time a heartbeat came, by the centre's clock
 * @param steadySince when it first came just as late as ever since
 * @param skew by how much the clock is wrong, above zero where it is ahead; null where nothing is wrong that is known of
 */
record BranchClock(
        Duration lag, Instant steadySince, @Nullable Duration skew) {

    /** Heartbeats of one clock do not all take the same time. */
    private static final Duration JITTER = Duration.ofSeconds(2);

    /** The first heartbeat that ever came, which said that it was {@code said}. */
    static BranchClock heard(Instant said, Instant now, ClockConfig limits) {
        return new BranchClock(Duration.between(said, now), now, null).judged(Duration.between(said, now), now, limits);
    }

    BranchClock hears(Instant said, Instant now, ClockConfig limits) {
        Duration itsLag = Duration.between(said, now);
        boolean steady = itsLag.minus(lag).abs().compareTo(JITTER) <= 0;
        return (steady ? this : new BranchClock(itsLag, now, skew)).judged(itsLag, now, limits);
    }

    private BranchClock judged(Duration itsLag, Instant now, ClockConfig limits) {
        if (itsLag.abs().compareTo(limits.skewLimit()) <= 0) {
            return new BranchClock(lag, steadySince, null);
        }
        boolean steady = Duration.between(steadySince, now).compareTo(limits.steadyFor()) >= 0;
        return itsLag.isNegative() || steady ? new BranchClock(lag, steadySince, lag.negated()) : this;
    }
}
