package org.talon.shared.time;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.EarlyProblems;

/**
 * Lets any call to a server in simulated time say at which moment it is made, which moves the clock there first: half as many calls for
 * who acts out a day. A server in real time does not look at it.
 */
@ApplicationScoped
public class SimulatedMoments {

    /** An ISO instant. */
    public static final String HEADER = "Talon-Simulated-Moment";

    /** Before authentication, so that nothing of the call happens earlier. */
    private static final int FIRST = -255;

    private final ClockMover mover;
    private final EarlyProblems problems;

    SimulatedMoments(ClockMover mover, EarlyProblems problems) {
        this.mover = mover;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        if (mover.isSimulated()) {
            router.route().order(FIRST).handler(this::pass);
        }
    }

    private void pass(RoutingContext call) {
        @Nullable String moment = call.request().getHeader(HEADER);
        try {
            if (moment != null && call.get(HEADER) == null) {
                mover.moveTo(moment);
                // A call whose path is written anew passes here again; others may have moved the clock on by then.
                call.put(HEADER, moment);
            }
        } catch (DomainException refusal) {
            problems.refuse(call, refusal);
            return;
        }
        call.next();
    }
}
