package org.talon.branch.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.shared.http.DateRange;

/** Looks tickets up, on the branch's own calendar. */
@ApplicationScoped
public class FindTickets {

    private final TicketRepository tickets;
    private final BranchCalendar calendar;

    FindTickets(TicketRepository tickets, BranchCalendar calendar) {
        this.tickets = tickets;
        this.calendar = calendar;
    }

    public Ticket named(UUID id) {
        return tickets.named(id);
    }

    List<Ticket> today(TicketFilter filter, Page page) {
        return tickets.inHallOn(calendar.today(), filter, page);
    }

    List<Ticket> issued(DateRange dates, Page page) {
        return tickets.issuedBetween(
                calendar.startOf(dates.first()), calendar.startOf(dates.last().plusDays(1)), page);
    }

    public List<Ticket> bookedBy(String identity) {
        return tickets.bookedBy(identity);
    }

    /** Another's ticket is as unknown as one that never was. */
    public Ticket ofBooker(UUID id, String identity) {
        Ticket ticket = tickets.named(id);
        if (!identity.equals(ticket.bookedBy())) {
            throw TicketRepository.unknown(id);
        }
        return ticket;
    }

    /** Bookings that lie ahead, from today on, by booked time. */
    public List<Ticket> booked(Page page) {
        return tickets.bookedFrom(calendar.today(), page);
    }
}
