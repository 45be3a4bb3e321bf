package org.talon.branch.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.talon.branch.catalogue.BookingRules;
import org.talon.branch.catalogue.BookingRules.Arrival;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.outbox.Outbox;
import org.talon.shared.http.DomainException;
import org.talon.shared.time.Ids;

/** What time does to bookings, and what their visitors do: lapse, expire, be confirmed, come into the queue. */
@ApplicationScoped
public class Bookings {

    private final TicketRepository tickets;
    private final CancelProduct cancelProduct;
    private final CurrentCatalogue catalogue;
    private final BranchCalendar calendar;
    private final Outbox outbox;
    private final Clock clock;
    private final Ids ids;

    Bookings(
            TicketRepository tickets,
            CancelProduct cancelProduct,
            CurrentCatalogue catalogue,
            BranchCalendar calendar,
            Outbox outbox,
            Clock clock,
            Ids ids) {
        this.tickets = tickets;
        this.cancelProduct = cancelProduct;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Does what is due by now, of very many as much as is good for one transaction. Whom somebody else is changing at this
     * moment is left for the next time: who takes several must not wait for one.
     */
    @Transactional
    public void settle() {
        Instant now = clock.instant();
        BookingRules rules = catalogue.get().booking();
        Instant due = rules.arrival() == Arrival.AUTOMATIC ? now : now.minus(givenUpAfter(rules));
        tickets.bookingsDue(now, due)
                .forEach(id -> tickets.takeUnlessTaken(id)
                        .ifPresent(ticket -> ticket.products().forEach(part -> settle(part, rules, now))));
    }

    private void settle(TicketProduct part, BookingRules rules, Instant now) {
        Instant time = part.bookedFor();
        if (part.state() != TicketProductState.BOOKED || time == null) {
            return;
        }
        if (part.ticket().isLapsedAt(now)) {
            cancelProduct.cancel(part);
        } else if (!time.plus(givenUpAfter(rules)).isAfter(now)) {
            part.expire(ids, now).forEach(outbox::append);
        } else if (rules.arrival() == Arrival.AUTOMATIC && !time.isAfter(now)) {
            // The moment itself counts, not the one at which it was noticed.
            outbox.append(part.queue(false, time));
        }
    }

    private static Duration givenUpAfter(BookingRules rules) {
        return Duration.ofMinutes(rules.expireMinutes());
    }

    /** A booked visitor is in the hall; a second time changes nothing. Who comes has confirmed. */
    @Transactional
    public Ticket arrive(String pin) {
        Instant now = clock.instant();
        Ticket ticket = tickets.openWithPin(pin)
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.UNKNOWN, "pin-unknown", "no open ticket has this PIN"));
        if (!ticket.businessDate().equals(calendar.dateOf(now))) {
            throw new DomainException(
                    DomainException.Kind.REFUSED, "booking-not-today", "the booking is for " + ticket.businessDate());
        }
        ticket.confirm(now).ifPresent(outbox::append);
        Duration late = Duration.ofMinutes(catalogue.get().booking().lateMinutes());
        ticket.products().stream()
                .filter(part -> part.state() == TicketProductState.BOOKED && part.bookedFor() != null)
                .forEach(part -> outbox.append(part.arrive(late, now)));
        return ticket;
    }

    @Transactional
    public Ticket confirm(UUID ticketId, String identity) {
        Ticket ticket = own(ticketId, identity);
        ticket.confirm(clock.instant()).ifPresent(outbox::append);
        return ticket;
    }

    /** All of it that is not over; nothing where the visitor is at a workplace. */
    @Transactional
    public Ticket cancel(UUID ticketId, String identity) {
        Ticket ticket = own(ticketId, identity);
        List<TicketProduct> open =
                ticket.products().stream().filter(p -> !p.state().isEnd()).toList();
        if (open.isEmpty()) {
            throw WrongState.notBooked(ticket.state());
        }
        open.forEach(cancelProduct::cancel);
        return ticket;
    }

    /** Another's booking is as unknown as one that never was. */
    private Ticket own(UUID ticketId, String identity) {
        return Optional.of(tickets.take(ticketId))
                .filter(ticket -> identity.equals(ticket.bookedBy()))
                .orElseThrow(() -> TicketRepository.unknown(ticketId));
    }
}
