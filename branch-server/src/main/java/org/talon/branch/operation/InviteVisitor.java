package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.WorkPlace;
import org.talon.branch.outbox.Outbox;
import org.talon.branch.ticket.ProductUnknown;
import org.talon.branch.ticket.TicketProduct;
import org.talon.branch.ticket.TicketQueue;
import org.talon.shared.http.DomainException;

/** Calls a visitor to a workplace. Two workplaces never get the same visitor, and one never gets two. */
@ApplicationScoped
class InviteVisitor {

    private final CurrentSession session;
    private final CurrentCatalogue catalogue;
    private final TicketQueue queue;
    private final Outbox outbox;
    private final Clock clock;

    InviteVisitor(CurrentSession session, CurrentCatalogue catalogue, TicketQueue queue, Outbox outbox, Clock clock) {
        this.session = session;
        this.catalogue = catalogue;
        this.queue = queue;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The next of those whom this workplace serves; empty where nobody waits for it. */
    @Transactional
    Optional<TicketProduct> next() {
        OperatorSession here = takeFree();
        WorkPlace place = session.workPlaceOf(here);
        return queue.takeFirst(place.productIds()).map(visitor -> invite(visitor, here));
    }

    /** A certain visitor, also one whom the workplace does not usually serve. */
    @Transactional
    TicketProduct certain(UUID ticketProductId) {
        OperatorSession here = takeFree();
        TicketProduct visitor = queue.take(ticketProductId)
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.UNKNOWN,
                        "ticket-product-unknown",
                        "there is no service of a ticket with the id " + ticketProductId));
        return invite(visitor, here);
    }

    private OperatorSession takeFree() {
        OperatorSession here = session.take();
        queue.at(here.workPlaceId()).ifPresent(visitor -> {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "work-place-busy",
                    "a visitor is " + visitor.state().wireName() + " at this workplace");
        });
        return here;
    }

    private TicketProduct invite(TicketProduct visitor, OperatorSession here) {
        var product = catalogue
                .get()
                .product(visitor.productId())
                .orElseThrow(() -> ProductUnknown.named(visitor.productId().toString()));
        outbox.append(visitor.inviteTo(here.workPlaceId(), here.userId(), product, clock.instant()));
        return visitor;
    }
}
