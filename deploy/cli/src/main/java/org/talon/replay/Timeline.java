package org.talon.replay;

import java.util.List;
import java.util.stream.Stream;

/** All that happens in a branch, in order; the end of a day and the beginning of the next run into each other. */
final class Timeline {
    private Timeline() {}

    static List<Action> of(Trace trace) {
        return trace.tickets().stream()
                .flatMap(Timeline::of)
                .sorted(Action.IN_ORDER)
                .toList();
    }

    private static Stream<Action> of(TraceTicket ticket) {
        Action issue = Action.at(ticket.issued(), Action.Kind.ISSUE, ticket);
        if (!ticket.served()) {
            return Stream.of(issue, Action.at(ticket.finished(), Action.Kind.CANCEL, ticket));
        }
        if (ticket.serviceSeconds() == 0) {
            return Stream.of(issue, Action.at(ticket.started(), Action.Kind.SERVE_AT_ONCE, ticket));
        }
        return Stream.of(
                issue,
                Action.at(ticket.started(), Action.Kind.START, ticket),
                Action.at(ticket.finished(), Action.Kind.COMPLETE, ticket));
    }
}
