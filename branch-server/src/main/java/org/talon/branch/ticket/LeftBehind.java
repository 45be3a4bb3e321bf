package org.talon.branch.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.OpeningHours;

/**
 * Begins each day with an empty queue: whoever still waits when the hall opens again has gone home, and his services are cancelled.
 * A hall that did not close, at midnight for instance, loses nobody.
 */
@ApplicationScoped
public class LeftBehind {

    private final TicketRepository tickets;
    private final CancelProduct cancelProduct;
    private final CurrentCatalogue catalogue;
    private final BranchCalendar calendar;
    private final Clock clock;

    LeftBehind(
            TicketRepository tickets,
            CancelProduct cancelProduct,
            CurrentCatalogue catalogue,
            BranchCalendar calendar,
            Clock clock) {
        this.tickets = tickets;
        this.cancelProduct = cancelProduct;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Does nothing twice; whom somebody else is changing at this moment is left for the next time. */
    @Transactional
    public void cancel() {
        LocalDateTime local = calendar.wallClock(clock.instant());
        openedAnew(local)
                .ifPresent(opening -> leftFrom(local.toLocalDate(), opening)
                        .forEach(id -> tickets.takeUnlessTaken(id).ifPresent(this::cancel)));
    }

    /** When the hall opened on this day; empty before that, and where it was open all the time. */
    private Optional<Instant> openedAnew(LocalDateTime local) {
        OpeningHours hours = catalogue.get().hours();
        return hours.on(local.toLocalDate())
                .map(span -> local.toLocalDate().atTime(span.from()))
                .filter(opening -> !opening.isAfter(local) && !hours.areOpenAt(opening.minusSeconds(1)))
                .map(calendar::instantOf);
    }

    private List<UUID> leftFrom(LocalDate today, Instant opening) {
        return tickets.waitingFromBefore(today, opening);
    }

    /** What was ahead first: the end of a step must not bring the next one into the queue. */
    private void cancel(Ticket ticket) {
        if (ticket.isAtWorkPlace()) {
            return;
        }
        List<TicketProduct> open = ticket.products().stream()
                .filter(part -> !part.state().isEnd())
                .sorted((a, b) -> Boolean.compare(a.isUnderWay(), b.isUnderWay()))
                .toList();
        open.forEach(cancelProduct::cancel);
    }
}
