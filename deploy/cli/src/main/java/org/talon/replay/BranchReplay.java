package org.talon.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.talon.driver.Visit;

/** Acts out one branch's days, each thing at its own second. */
final class BranchReplay {
    private final List<Action> actions;
    private final SteadyBranch branch;
    private final Map<TraceTicket, Visit> visits = new HashMap<>();
    private final Consumer<Action> done;
    private long second = Long.MIN_VALUE;

    /** @param done told of every action that is over */
    BranchReplay(List<Action> actions, SteadyBranch branch, Consumer<Action> done) {
        this.actions = actions;
        this.branch = branch;
        this.done = done;
    }

    void run() {
        for (Action action : actions) {
            if (action.second() != second) {
                second = action.second();
                branch.at(ReplayClock.instant(second));
            }
            act(action);
            done.accept(action);
        }
    }

    private void act(Action action) {
        TraceTicket ticket = action.ticket();
        switch (action.kind()) {
            case ISSUE -> visits.put(ticket, branch.issue(ticket.service(), ticket.priority()));
            case CANCEL -> branch.cancel(over(ticket));
            case START -> start(ticket, visit(ticket));
            case COMPLETE -> branch.complete(ticket.operator(), over(ticket));
            case SERVE_AT_ONCE -> {
                start(ticket, visit(ticket));
                branch.complete(ticket.operator(), over(ticket));
            }
        }
    }

    private void start(TraceTicket ticket, Visit visit) {
        branch.invite(ticket.operator(), visit);
        branch.start(ticket.operator(), visit);
    }

    private Visit visit(TraceTicket ticket) {
        Visit visit = visits.get(ticket);
        if (visit == null) {
            throw new IllegalStateException("line " + ticket.line() + " of the trace was never issued");
        }
        return visit;
    }

    private Visit over(TraceTicket ticket) {
        Visit visit = visit(ticket);
        visits.remove(ticket);
        return visit;
    }
}
