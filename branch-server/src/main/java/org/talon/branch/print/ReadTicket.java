package org.talon.branch.print;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.Branch;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.ticket.FindTickets;
import org.talon.branch.ticket.TicketProductView;
import org.talon.branch.ticket.TicketView;
import org.talon.branch.ticket.TicketViews;
import org.talon.branch.visitor.VisitorPage;

/** Gathers what stands on a printed ticket. */
@ApplicationScoped
class ReadTicket {

    private final FindTickets tickets;
    private final TicketViews views;
    private final CurrentCatalogue catalogue;
    private final VisitorPage page;

    ReadTicket(FindTickets tickets, TicketViews views, CurrentCatalogue catalogue, VisitorPage page) {
        this.tickets = tickets;
        this.views = views;
        this.catalogue = catalogue;
        this.page = page;
    }

    /** {@code askedAt}: the server's address as the caller knows it. */
    PrintedTicket named(UUID id, URI askedAt) {
        // As in a list: the place in the queue, which would be asked for otherwise, is out of date on paper at once.
        TicketView ticket = views.list(List.of(tickets.named(id))).getFirst();
        List<TicketProductView> services = servicesOn(ticket);
        Branch branch = catalogue.get().branch();
        Branch.Organization organization = branch.organization();
        return new PrintedTicket(
                organization.name() != null ? organization.name() : organization.fullName(),
                branch.name(),
                ticket.head().fullNumber(),
                // One service may stand twice in a ticket's records, as before and after a redirect.
                services.stream().map(TicketProductView::name).distinct().toList(),
                bookedTimeOf(services),
                ticket.head().created(),
                ticket.head().pinCode(),
                page.of(id, askedAt),
                organization.address(),
                organization.phone());
    }

    /** Services that have ended are of no more use to a visitor, unless there are no others. */
    private static List<TicketProductView> servicesOn(TicketView ticket) {
        List<TicketProductView> open = ticket.products().stream()
                .filter(service -> service.completedEndTime() == null)
                .toList();
        return open.isEmpty() ? ticket.products() : open;
    }

    private static @Nullable LocalDateTime bookedTimeOf(List<TicketProductView> services) {
        return services.stream()
                .filter(TicketProductView::pending)
                .map(TicketProductView::startTime)
                .min(LocalDateTime::compareTo)
                .orElse(null);
    }
}
