package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.talon.branch.catalogue.Directory;
import org.talon.branch.catalogue.WorkPlace;
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

    WorkPlaceStates(
            SessionRepository sessions,
            CurrentSession current,
            TicketQueue queue,
            TicketViews views,
            Directory directory) {
        this.sessions = sessions;
        this.current = current;
        this.queue = queue;
        this.views = views;
        this.directory = directory;
    }

    /** A workplace where somebody sits, with the visitor who is there. */
    public record Occupied(java.util.UUID workPlaceId, java.util.UUID userId, WorkPlaceState state) {}

    public List<Occupied> occupied() {
        return sessions.allOpen().stream()
                .map(s -> new Occupied(s.workPlaceId(), s.userId(), stateAt(queue.at(s.workPlaceId()))))
                .toList();
    }

    StateView open(OperatorSession session) {
        Optional<TicketProduct> visitor = queue.at(session.workPlaceId());
        return view(session, stateAt(visitor), visitor);
    }

    StateView closed(OperatorSession session) {
        return view(session, WorkPlaceState.CLOSED, Optional.empty());
    }

    private StateView view(OperatorSession session, WorkPlaceState state, Optional<TicketProduct> visitor) {
        WorkPlace place = current.workPlaceOf(session);
        return new StateView(
                state.number(),
                state.wireName(),
                directory.workPlace(place.id()).in(state.number(), state.wireName()),
                state == WorkPlaceState.CLOSED ? null : directory.user(session.userId()),
                visitor.map(views::one).orElse(null),
                null,
                queue.countWaitingFor(place.productIds()),
                queue.countHeldAt(place.id()));
    }

    private static WorkPlaceState stateAt(Optional<TicketProduct> visitor) {
        return visitor.map(v -> WorkPlaceState.with(v.state())).orElse(WorkPlaceState.FREE);
    }
}
