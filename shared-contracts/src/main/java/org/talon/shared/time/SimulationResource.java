package org.talon.shared.time;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.talon.shared.http.Parameters;

/** Moves the clock of a server in simulated time; a server in real time has no such call. */
@Path("simulation/clock")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class SimulationResource {

    /** Where the clock stands now. */
    public record ClockView(Instant at) {}

    private final ClockMover mover;

    SimulationResource(ClockMover mover) {
        this.mover = mover;
    }

    @POST
    public ClockView move(Parameters parameters) {
        mover.requireSimulated();
        return new ClockView(mover.moveTo(parameters.requiredText("at")));
    }
}
