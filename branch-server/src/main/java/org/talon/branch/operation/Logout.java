package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.talon.branch.outbox.Outbox;
import org.talon.branch.ticket.TicketQueue;
import org.talon.shared.http.DomainException;

/** Ends a session; its token is dead from then on. Nobody leaves a visitor behind. */
@ApplicationScoped
class Logout {

    private final CurrentSession session;
    private final TicketQueue queue;
    private final Outbox outbox;
    private final Clock clock;

    Logout(CurrentSession session, TicketQueue queue, Outbox outbox, Clock clock) {
        this.session = session;
        this.queue = queue;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    OperatorSession logout() {
        OperatorSession here = session.take();
        requireNobodyAt(here, queue);
        outbox.append(here.end(clock.instant()));
        queue.liftAims(here.workPlaceId(), here.userId());
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
