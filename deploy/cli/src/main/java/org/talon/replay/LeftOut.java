package org.talon.replay;

import java.time.LocalDate;
import org.talon.report.CannotRun;

/** One {@code complete} that is left out on purpose, to see that a replay notices. */
public record LeftOut(LocalDate day, int ticket) {

    /**
     * The trace with that visitor served by somebody who never ends, so that the named operator is free for the next; the figures
     * expected are those of the true trace.
     */
    Trace applyTo(Trace trace) {
        if (trace.tickets().stream().noneMatch(this::isMeant)) {
            throw new CannotRun("--leave-out-complete: no served ticket " + ticket + " on " + day);
        }
        return new Trace(trace.tickets().stream()
                .map(t -> isMeant(t) ? servedBySomebodyElse(t) : t)
                .toList());
    }

    boolean leavesOut(Action action) {
        return action.kind() == Action.Kind.COMPLETE && isMeant(action.ticket());
    }

    private boolean isMeant(TraceTicket t) {
        return t.served() && t.serviceSeconds() > 0 && t.day().equals(day) && t.number() == ticket;
    }

    private static TraceTicket servedBySomebodyElse(TraceTicket t) {
        return new TraceTicket(
                t.line(),
                t.day(),
                t.number(),
                t.service(),
                t.priority(),
                t.issued(),
                t.started(),
                t.finished(),
                t.operator() + " (never ends)");
    }
}
