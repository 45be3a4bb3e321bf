package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.StaffMember;
import org.talon.branch.catalogue.WorkPlace;
import org.talon.branch.outbox.Outbox;
import org.talon.shared.http.DomainException;
import org.talon.shared.time.Ids;

/**
 * Seats an operator at a workplace, where nobody else sits. One who sits there already goes on where he was; one who is an
 * operator no more sits nowhere.
 */
@ApplicationScoped
class Identify {

    private final SessionRepository sessions;
    private final CurrentCatalogue catalogue;
    private final EndSession endSession;
    private final Outbox outbox;
    private final Clock clock;
    private final Ids ids;

    Identify(
            SessionRepository sessions,
            CurrentCatalogue catalogue,
            EndSession endSession,
            Outbox outbox,
            Clock clock,
            Ids ids) {
        this.sessions = sessions;
        this.catalogue = catalogue;
        this.endSession = endSession;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    @Transactional
    OperatorSession at(WorkPlace place, StaffMember operator) {
        sessions.lockWorkPlace(place.id());
        OperatorSession session = sessions.takeAt(place.id())
                .filter(open -> !endsForWhoWorksHereNoMore(open))
                .orElseGet(() -> open(place, operator));
        if (!session.userId().equals(operator.id())) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT, "work-place-taken", "another user is at " + place.clientId());
        }
        session.seal(ids);
        return session;
    }

    private boolean endsForWhoWorksHereNoMore(OperatorSession open) {
        if (catalogue.get().isOperator(open.userId())) {
            return false;
        }
        endSession.endForAbsent(open);
        sessions.flush(); // an insert would come first, and find the workplace taken
        return true;
    }

    private OperatorSession open(WorkPlace place, StaffMember operator) {
        OperatorSession session = new OperatorSession(ids.next(), place.id(), operator.id(), clock.instant());
        sessions.persist(session);
        outbox.append(session.opened());
        return session;
    }
}
