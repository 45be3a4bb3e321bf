package org.talon.shared.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is moved, and never goes back. */
final class SimulatedClock extends Clock {

    private final AtomicLong millis;

    SimulatedClock(Instant start) {
        millis = new AtomicLong(start.toEpochMilli());
    }

    /** Moves the clock; false, and nothing moved, where {@code at} lies before the present moment. */
    boolean moveTo(Instant at) {
        long wanted = at.toEpochMilli();
        return millis.accumulateAndGet(wanted, Math::max) == wanted;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants only; a branch's zone is asked for where it is needed");
    }
}
