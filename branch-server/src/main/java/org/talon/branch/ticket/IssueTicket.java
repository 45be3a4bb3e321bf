package org.talon.branch.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.Product;
import org.talon.branch.outbox.Outbox;
import org.talon.shared.http.DomainException;
import org.talon.shared.time.Ids;

/** Gives a visitor a ticket and puts him into the queue. */
@ApplicationScoped
class IssueTicket {

    private static final int PINS = 1_000_000;
    private static final int PIN_CANDIDATES = 5;

    private final TicketRepository tickets;
    private final Outbox outbox;
    private final CurrentCatalogue catalogue;
    private final BranchCalendar calendar;
    private final Clock clock;
    private final Ids ids;
    private final SecureRandom random;

    IssueTicket(
            TicketRepository tickets,
            Outbox outbox,
            CurrentCatalogue catalogue,
            BranchCalendar calendar,
            Clock clock,
            Ids ids,
            SecureRandom random) {
        this.tickets = tickets;
        this.outbox = outbox;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    @Transactional
    Ticket issue(Product product, int priority) {
        Instant now = clock.instant();
        requireOpen(now);
        LocalDate today = calendar.dateOf(now);
        var taken = tickets.takeNumber(today, product.prefix(), pinCandidates());
        if (taken.pin() == null) {
            throw new DomainException(
                    DomainException.Kind.UNAVAILABLE,
                    "no-free-pin",
                    "no free PIN was found; nothing was issued, try again");
        }
        Ticket ticket = new Ticket(ids.next(), today, taken.number(), taken.pin(), now);
        ticket.queueFor(ids.next(), product.id(), priority);
        tickets.persist(ticket);
        outbox.append(ticket.issued());
        return ticket;
    }

    private void requireOpen(Instant now) {
        if (!catalogue.get().hours().areOpenAt(calendar.wallClock(now))) {
            throw new DomainException(
                    DomainException.Kind.REFUSED,
                    "branch-closed",
                    "the branch is closed at " + calendar.wallClock(now));
        }
    }

    private List<String> pinCandidates() {
        return Stream.generate(() -> String.format(Locale.ROOT, "%06d", random.nextInt(PINS)))
                .limit(PIN_CANDIDATES)
                .toList();
    }
}
