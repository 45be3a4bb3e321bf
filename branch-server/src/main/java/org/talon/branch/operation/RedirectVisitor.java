package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.talon.branch.outbox.Outbox;
import org.talon.branch.ticket.Redirect;
import org.talon.branch.ticket.TicketProduct;
import org.talon.branch.ticket.TicketQueue;
import org.talon.shared.http.DomainException;
import org.talon.shared.time.Ids;

/** Sends a visitor on to another service, workplace or user. He is never sent where nobody could serve him now. */
@ApplicationScoped
class RedirectVisitor {

    private final CurrentSession session;
    private final RedirectTargets targets;
    private final TicketQueue queue;
    private final Outbox outbox;
    private final Clock clock;
    private final Ids ids;

    RedirectVisitor(
            CurrentSession session, RedirectTargets targets, TicketQueue queue, Outbox outbox, Clock clock, Ids ids) {
        this.session = session;
        this.targets = targets;
        this.queue = queue;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /** The one who is served at the operator's workplace; answers what follows. */
    @Transactional
    TicketProduct served(Redirect redirect) {
        OperatorSession here = session.take();
        TicketProduct visitor = queue.takeAt(here.workPlaceId()).orElseThrow(ServeVisitor::nobodyHere);
        targets.require(redirect);
        return sendOn(visitor, redirect);
    }

    /**
     * One who waits, as the hall administrator sends him; answers what follows. The target is kept from leaving first: who leaves
     * lets go of visitors afterwards, too.
     */
    @Transactional
    TicketProduct waiting(UUID ticketProductId, Redirect redirect) {
        targets.require(redirect);
        TicketProduct visitor = queue.take(ticketProductId)
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.UNKNOWN,
                        "ticket-product-unknown",
                        "there is no service of a ticket with the id " + ticketProductId));
        visitor.requireNotAtWorkPlace();
        return sendOn(visitor, redirect);
    }

    private TicketProduct sendOn(TicketProduct visitor, Redirect redirect) {
        UUID next = ids.next();
        visitor.ticket().redirect(visitor, redirect, next, clock.instant()).forEach(outbox::append);
        return visitor.ticket().part(next);
    }
}
