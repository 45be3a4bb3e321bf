package org.talon.shared.time;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;

/** Moves the clock of a server in simulated time; a server in real time has no such call. */
@Path("simulation/clock")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class SimulationResource {

    /** Where the clock stands now. */
    public record ClockView(Instant at) {}

    private final Clock clock;

    public SimulationResource(Clock clock) {
        this.clock = clock;
    }

    @POST
    public ClockView move(Parameters parameters) {
        if (!(clock instanceof SimulatedClock simulated)) {
            throw new DomainException(DomainException.Kind.UNKNOWN, "no-such-call", "this server lives in real time");
        }
        if (!simulated.moveTo(instant(parameters.requiredText("at")))) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "clock-goes-forward",
                    "the clock stands at " + simulated.instant() + " and moves forward only");
        }
        return new ClockView(simulated.instant());
    }

    private static Instant instant(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException notAnInstant) {
            throw DomainException.badParameter("at", "expected an instant such as 2026-11-23T10:15:00Z");
        }
    }
}
