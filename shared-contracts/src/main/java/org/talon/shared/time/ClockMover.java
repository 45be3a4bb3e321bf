package org.talon.shared.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import org.talon.shared.http.DomainException;

/** Moves the clock of a server in simulated time, forward only; refuses where the server lives in real time. */
@ApplicationScoped
class ClockMover {

    private final Clock clock;

    ClockMover(Clock clock) {
        this.clock = clock;
    }

    boolean isSimulated() {
        return clock instanceof SimulatedClock;
    }

    SimulatedClock requireSimulated() {
        if (clock instanceof SimulatedClock simulated) {
            return simulated;
        }
        throw new DomainException(DomainException.Kind.UNKNOWN, "no-such-call", "this server lives in real time");
    }

    /** Where the clock stands then. */
    Instant moveTo(String at) {
        SimulatedClock simulated = requireSimulated();
        if (!simulated.moveTo(instant(at))) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "clock-goes-forward",
                    "the clock stands at " + simulated.instant() + " and moves forward only");
        }
        return simulated.instant();
    }

    private static Instant instant(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException notAnInstant) {
            throw DomainException.badParameter("at", "expected an instant such as 2026-11-23T10:15:00Z");
        }
    }
}
