package org.talon.branch.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.shared.http.DateRange;

/** Looks tickets up, on the branch's own calendar. */
@ApplicationScoped
class FindTickets {

    private final TicketRepository tickets;
    private final BranchCalendar calendar;

    FindTickets(TicketRepository tickets, BranchCalendar calendar) {
        this.tickets = tickets;
        this.calendar = calendar;
    }

    Ticket named(UUID id) {
        return tickets.named(id);
    }

    List<Ticket> today(TicketFilter filter, Page page) {
        return tickets.issuedOn(calendar.today(), filter, page);
    }

    List<Ticket> issued(DateRange dates, Page page) {
        return tickets.issuedBetween(
                calendar.startOf(dates.first()), calendar.startOf(dates.last().plusDays(1)), page);
    }
}
