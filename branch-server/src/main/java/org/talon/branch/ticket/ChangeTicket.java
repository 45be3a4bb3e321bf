package org.talon.branch.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.Product;
import org.talon.branch.outbox.Outbox;
import org.talon.shared.event.ProductAdded;
import org.talon.shared.http.DomainException;
import org.talon.shared.time.Ids;

/** What a hall administrator does with a ticket and its services. */
@ApplicationScoped
class ChangeTicket {

    private final TicketRepository tickets;
    private final TicketQueue queue;
    private final IssueTicket issueTicket;
    private final CancelProduct cancelProduct;
    private final DailyLimits limits;
    private final BranchCalendar calendar;
    private final Outbox outbox;
    private final Clock clock;
    private final Ids ids;

    ChangeTicket(
            TicketRepository tickets,
            TicketQueue queue,
            IssueTicket issueTicket,
            CancelProduct cancelProduct,
            DailyLimits limits,
            BranchCalendar calendar,
            Outbox outbox,
            Clock clock,
            Ids ids) {
        this.tickets = tickets;
        this.queue = queue;
        this.issueTicket = issueTicket;
        this.cancelProduct = cancelProduct;
        this.limits = limits;
        this.calendar = calendar;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    @Transactional
    Ticket cancel(UUID ticketId, UUID ticketProductId) {
        TicketProduct product = taken(ticketId, ticketProductId);
        cancelProduct.cancel(product);
        return product.ticket();
    }

    @Transactional
    TicketProduct prioritise(UUID ticketId, UUID ticketProductId, int priority) {
        TicketProduct product = taken(ticketId, ticketProductId);
        outbox.append(product.prioritise(priority, clock.instant()));
        return product;
    }

    /** One more service for a visitor who is in the hall. */
    @Transactional
    TicketProduct add(UUID ticketId, Product product, int priority, GivenFields fields) {
        Instant now = clock.instant();
        Ticket ticket = tickets.take(ticketId);
        issueTicket.requireOffered(product, now);
        fields.requireKnown(List.of(product));
        var said = fields.forProduct(product);
        TicketProduct added = ticket.add(ids.next(), product, priority, now).with(said);
        limits.take(product, calendar.dateOf(now));
        tickets.getEntityManager().persist(added);
        outbox.append(new ProductAdded(added.id(), ticketId, product.id(), priority, now));
        return added;
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
