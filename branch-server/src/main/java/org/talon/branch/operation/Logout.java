package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.talon.branch.ticket.TicketQueue;
import org.talon.shared.http.DomainException;

/** Ends a session; its token is dead from then on. Nobody leaves a visitor behind. */
@ApplicationScoped
class Logout {

    private final CurrentSession session;
    private final TicketQueue queue;
    private final EndSession endSession;

    Logout(CurrentSession session, TicketQueue queue, EndSession endSession) {
        this.session = session;
        this.queue = queue;
        this.endSession = endSession;
    }

    @Transactional
    OperatorSession logout() {
        OperatorSession here = session.take();
        requireNobodyAt(here, queue);
        endSession.end(here);
        return here;
    }

    static void requireNobodyAt(OperatorSession here, TicketQueue queue) {
        queue.at(here.workPlaceId()).ifPresent(visitor -> {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "visitor-at-work-place",
                    "a visitor is " + visitor.state().wireName() + " at this workplace");
        });
    }
}
