package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.Directory;
import org.talon.branch.catalogue.WorkPlaceView;
import org.talon.branch.ticket.TicketProduct;
import org.talon.branch.ticket.TicketQueue;
import org.talon.branch.ticket.TicketViews;

/** Looks at workplaces as they are now. */
@ApplicationScoped
public class WorkPlaceStates {

    private final SessionRepository sessions;
    private final CurrentSession current;
    private final TicketQueue queue;
    private final TicketViews views;
    private final Directory directory;
    private final BranchCalendar calendar;
    private final Clock clock;

    WorkPlaceStates(
            SessionRepository sessions,
            CurrentSession current,
            TicketQueue queue,
            TicketViews views,
            Directory directory,
            BranchCalendar calendar,
            Clock clock) {
        this.sessions = sessions;
        this.current = current;
        this.queue = queue;
        this.views = views;
        this.directory = directory;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A workplace where somebody sits, with the visitor who is there. */
    public record Occupied(UUID workPlaceId, UUID userId, WorkPlaceState state) {}

    public List<Occupied> occupied() {
        return sessions.allOpen().stream()
                .map(s -> new Occupied(s.workPlaceId(), s.userId(), stateOf(s, queue.at(s.workPlaceId()))))
                .toList();
    }

    StateView open(OperatorSession session) {
        Optional<TicketProduct> visitor = queue.at(session.workPlaceId());
        return view(session, stateOf(session, visitor), visitor, waitingFor(session));
    }

    /** The workplace of a session, as it is now. */
    WorkPlaceView placeOf(OperatorSession session) {
        WorkPlaceState state = stateOf(session, queue.at(session.workPlaceId()));
        return directory.workPlace(session.workPlaceId()).in(state.number(), state.wireName());
    }

    WorkPlaceView closedPlaceOf(OperatorSession ended) {
        return directory
                .workPlace(ended.workPlaceId())
                .in(WorkPlaceState.CLOSED.number(), WorkPlaceState.CLOSED.wireName());
    }

    /** Also where the workplace has left the catalogue: its operator can leave too, and nobody waits for it. */
    StateView closed(OperatorSession session) {
        long waiting = current.hasWorkPlace(session) ? waitingFor(session) : 0;
        return view(session, WorkPlaceState.CLOSED, Optional.empty(), waiting);
    }

    private long waitingFor(OperatorSession session) {
        return queue.countWaitingFor(current.deskOf(session), clock.instant());
    }

    private StateView view(
            OperatorSession session, WorkPlaceState state, Optional<TicketProduct> visitor, long waiting) {
        return new StateView(
                state.number(),
                state.wireName(),
                directory.workPlace(session.workPlaceId()).in(state.number(), state.wireName()),
                state == WorkPlaceState.CLOSED ? null : directory.user(session.userId()),
                visitor.map(views::one).orElse(null),
                calendar.wallClockOrNull(session.breakStartedAt()),
                waiting,
                queue.countHeldAt(session.workPlaceId()));
    }

    private static WorkPlaceState stateOf(OperatorSession session, Optional<TicketProduct> visitor) {
        return visitor.map(v -> WorkPlaceState.with(v.state()))
                .orElse(session.breakStartedAt() == null ? WorkPlaceState.FREE : WorkPlaceState.BREAK);
    }
}
