package org.talon.branch.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.talon.branch.outbox.Outbox;
import org.talon.shared.http.DomainException;

/** What a hall administrator does with one service of a ticket that waits. */
@ApplicationScoped
class ChangeTicket {

    private final TicketRepository tickets;
    private final TicketQueue queue;
    private final Outbox outbox;
    private final Clock clock;

    ChangeTicket(TicketRepository tickets, TicketQueue queue, Outbox outbox, Clock clock) {
        this.tickets = tickets;
        this.queue = queue;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Ticket cancel(UUID ticketId, UUID ticketProductId) {
        outbox.append(taken(ticketId, ticketProductId).cancel(clock.instant()));
        return tickets.named(ticketId);
    }

    @Transactional
    TicketProduct prioritise(UUID ticketId, UUID ticketProductId, int priority) {
        TicketProduct product = taken(ticketId, ticketProductId);
        outbox.append(product.prioritise(priority, clock.instant()));
        return product;
    }

    private TicketProduct taken(UUID ticketId, UUID ticketProductId) {
        return queue.take(ticketProductId)
                .filter(product -> product.ticket().id().equals(ticketId))
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.UNKNOWN,
                        "ticket-product-unknown",
                        "ticket " + ticketId + " has no service " + ticketProductId));
    }
}
