package org.talon.replay;

import java.util.Comparator;

/**
 * One thing that happens in a branch.
 *
 * @param second since 1970-01-01T00:00 on the branch's own wall clock
 */
record Action(long second, Kind kind, TraceTicket ticket) {

    /** In the order in which the things of one second happen: who is done makes room first. */
    enum Kind {
        COMPLETE,
        ISSUE,
        CANCEL,
        SERVE_AT_ONCE,
        START
    }

    static final Comparator<Action> IN_ORDER = Comparator.comparingLong(Action::second)
            .thenComparing(Action::kind)
            .thenComparing(action -> action.ticket().day())
            .thenComparingInt(action -> action.ticket().number());

    static Action at(int second, Kind kind, TraceTicket ticket) {
        return new Action(ticket.day().toEpochDay() * Trace.SECONDS_A_DAY + second, kind, ticket);
    }
}
