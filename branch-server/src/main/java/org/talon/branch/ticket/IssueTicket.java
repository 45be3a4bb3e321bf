package org.talon.branch.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.Product;
import org.talon.branch.outbox.Outbox;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.http.DomainException;
import org.talon.shared.time.Ids;

/** Gives a visitor a ticket, for now or for a booked time. Numbers of a prefix and business date have no gaps. */
@ApplicationScoped
public class IssueTicket {

    private static final int PINS = 1_000_000;
    private static final int PIN_CANDIDATES = 5;

    private final TicketRepository tickets;
    private final DailyLimits limits;
    private final Outbox outbox;
    private final CurrentCatalogue catalogue;
    private final BranchCalendar calendar;
    private final Clock clock;
    private final Ids ids;
    private final SecureRandom random;

    IssueTicket(
            TicketRepository tickets,
            DailyLimits limits,
            Outbox outbox,
            CurrentCatalogue catalogue,
            BranchCalendar calendar,
            Clock clock,
            Ids ids,
            SecureRandom random) {
        this.tickets = tickets;
        this.limits = limits;
        this.outbox = outbox;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    @Transactional
    Ticket issue(Wish wish) {
        Instant now = clock.instant();
        wish.products().forEach(product -> requireOffered(product, now));
        Ticket ticket = make(wish, calendar.dateOf(now), now);
        List<BranchEvent> issued = ticket.issue();
        tickets.persist(ticket);
        issued.forEach(outbox::append);
        return ticket;
    }

    /**
     * A ticket of the business date of {@code time}, waiting from then on.
     *
     * @param unconfirmedUntil when it lapses unless it is confirmed; null where it is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Ticket book(
            Product product, GivenFields fields, Instant time, String identity, @Nullable Instant unconfirmedUntil) {
        Ticket ticket = make(new Wish(List.of(List.of(product)), 0, fields), calendar.dateOf(time), clock.instant())
                .bookedBy(identity, unconfirmedUntil);
        BranchEvent booked = ticket.book(time);
        tickets.persist(ticket);
        outbox.append(booked);
        return ticket;
    }

    private Ticket make(Wish wish, LocalDate date, Instant now) {
        List<Product> products = wish.products();
        if (products.stream().distinct().count() < products.size()) {
            throw DomainException.badParameter("productId", "names a service twice");
        }
        wish.fields().requireKnown(products);
        List<List<DataField>> fields =
                products.stream().map(wish.fields()::forProduct).toList();
        // In one order for all callers, so that no two of them wait for each other.
        products.stream().sorted(Comparator.comparing(Product::id)).forEach(product -> limits.take(product, date));
        Ticket ticket = numbered(products.getFirst().prefix(), date, now);
        wish.paths().forEach(path -> plan(ticket, path, wish));
        for (int i = 0; i < products.size(); i++) {
            ticket.products().get(i).with(fields.get(i));
        }
        return ticket;
    }

    private void plan(Ticket ticket, List<Product> path, Wish wish) {
        UUID chain = path.size() > 1 ? ids.next() : null;
        for (int step = 0; step < path.size(); step++) {
            ticket.plan(ids.next(), path.get(step), wish.priority()).inRoute(chain, step);
        }
    }

    private Ticket numbered(String prefix, LocalDate date, Instant now) {
        var taken = tickets.takeNumber(date, prefix, pinCandidates());
        if (taken.pin() == null) {
            throw new DomainException(
                    DomainException.Kind.UNAVAILABLE,
                    "no-free-pin",
                    "no free PIN was found; nothing was issued, try again");
        }
        return new Ticket(ids.next(), date, taken.number(), taken.pin(), now);
    }

    void requireOffered(Product product, Instant now) {
        var local = calendar.wallClock(now);
        if (!catalogue.get().hours().areOpenAt(local)) {
            throw new DomainException(
                    DomainException.Kind.REFUSED, "branch-closed", "the branch is closed at " + local);
        }
        if (!catalogue.get().offers(product, local)) {
            throw new DomainException(
                    DomainException.Kind.REFUSED, "product-closed", product.name() + " is not offered at " + local);
        }
    }

    private List<String> pinCandidates() {
        return Stream.generate(() -> String.format(Locale.ROOT, "%06d", random.nextInt(PINS)))
                .limit(PIN_CANDIDATES)
                .toList();
    }
}
