package org.talon.branch.ticket;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;
import org.jspecify.annotations.Nullable;
import org.talon.shared.http.DomainException;

/** Tickets with their services. */
@ApplicationScoped
class TicketRepository implements PanacheRepositoryBase<Ticket, UUID> {

    /**
     * The next number of the prefix, and a PIN that no open ticket has. The row of the counter stays locked until the
     * commit, so that numbers are dense. A PIN that another transaction is about to take is passed over: it is looked for
     * before the counter is waited for, because this statement does not see what is committed while it waits.
     */
    private static final String NEXT_NUMBER = """
            with free as materialized (
                select pin from unnest(string_to_array(:pins, ',')) as pin
                where pg_try_advisory_xact_lock(hashtext('talon.pin'), cast(pin as integer))
                  and not exists (select from ticket t where t.pin_code = pin and t.closed_at is null)
                limit 1),
            next as (
                insert into ticket_number as n (business_date, prefix, last_number)
                select cast(:date as date), :prefix, 1 from (select count(*) from free) as looked_for_first
                on conflict on constraint ticket_number_pk do update set last_number = n.last_number + 1
                returning n.last_number)
            select last_number, (select pin from free) from next""";

    private static final int MOST_AT_ONCE = 200;

    private static final String BY_ISSUE = "%s.createdAt";
    private static final String BY_BOOKED_TIME = "(select min(p.bookedFor) from TicketProduct p where p.ticket = %s)";

    /** A number, and the PIN that goes with it; null where every candidate was taken. */
    record NumberAndPin(TicketNumber number, @Nullable String pin) {}

    NumberAndPin takeNumber(LocalDate date, String prefix, List<String> pinCandidates) {
        Object[] row = (Object[]) getEntityManager()
                .createNativeQuery(NEXT_NUMBER)
                .setParameter("pins", String.join(",", pinCandidates))
                .setParameter("date", date)
                .setParameter("prefix", prefix)
                .getSingleResult();
        return new NumberAndPin(new TicketNumber(prefix, ((Number) row[0]).intValue()), (String) row[1]);
    }

    Ticket named(UUID id) {
        return list("from Ticket t join fetch t.products where t.id = ?1", id).stream()
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    /** Takes one for a change; who else wants it waits. */
    Ticket take(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> unknown(id));
    }

    /** Takes one for a change; empty where somebody else has taken it. */
    Optional<Ticket> takeUnlessTaken(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional();
    }

    static DomainException unknown(UUID id) {
        return new DomainException(DomainException.Kind.UNKNOWN, "ticket-unknown", "there is no ticket " + id);
    }

    /** Takes the open ticket with a PIN for a change. */
    Optional<Ticket> openWithPin(String pin) {
        return find("pinCode = ?1 and closedAt is null", pin)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Tickets with a booking whose time is not after {@code due}, or that was to be confirmed by {@code now}. */
    List<UUID> bookingsDue(Instant now, Instant due) {
        return getEntityManager()
                .createQuery(
                        "select p.ticket.id from TicketProduct p where p.state = :booked and p.bookedFor is not null"
                                + " and (p.bookedFor <= :due or p.ticket.unconfirmedUntil <= :now) order by p.bookedFor, p.id",
                        UUID.class)
                .setParameter("booked", TicketProductState.BOOKED)
                .setParameter("due", due)
                .setParameter("now", now)
                .setMaxResults(MOST_AT_ONCE)
                .getResultList();
    }

    /** Tickets of earlier dates whose visitors have waited since before a moment. */
    List<UUID> waitingFromBefore(LocalDate date, Instant moment) {
        return getEntityManager()
                .createQuery(
                        "select t.id from Ticket t where t.businessDate < :date and t.closedAt is null and exists"
                                + " (select 1 from TicketProduct p where p.ticket = t and p.state in (IN_QUEUE, HELD)"
                                + " and p.dueAt < :moment) order by t.id",
                        UUID.class)
                .setParameter("date", date)
                .setParameter("moment", moment)
                .setMaxResults(MOST_AT_ONCE)
                .getResultList();
    }

    /** Of one who booked; newest time first. */
    List<Ticket> bookedBy(String identity) {
        return list(
                "from Ticket t join fetch t.products where t.bookedBy = ?1 order by t.businessDate desc, t.id desc",
                identity);
    }

    /** Bookings from a date on that are still ahead, by booked time. */
    List<Ticket> bookedFrom(LocalDate date, Page page) {
        return whole(
                page.of(
                        getEntityManager(),
                        "select t.id from Ticket t where t.businessDate >= :date and t.closedAt is null and exists"
                                + " (select 1 from TicketProduct p where p.ticket = t and p.state = BOOKED"
                                + " and p.bookedFor is not null)",
                        BY_BOOKED_TIME,
                        query -> query.setParameter("date", date)),
                BY_BOOKED_TIME);
    }

    /**
     * Tickets of a date, and those from before it whose visitors are still in the hall, in order of issue, after the given one; with
     * one of the states, where any are named.
     */
    List<Ticket> inHallOn(LocalDate date, TicketFilter filter, Page page) {
        String states = filter.states().isEmpty() ? "" : " and p.state in (:states)";
        String product = filter.productId().isPresent() ? " and p.productId = :product" : "";
        List<UUID> ids = page.of(
                getEntityManager(),
                "select t.id from Ticket t where (t.businessDate = :date"
                        + " or t.businessDate < :date and t.closedAt is null) and exists"
                        + " (select 1 from TicketProduct p where p.ticket = t" + states + product + ")",
                BY_ISSUE,
                query -> {
                    query.setParameter("date", date);
                    if (!filter.states().isEmpty()) {
                        query.setParameter("states", filter.states());
                    }
                    filter.productId().ifPresent(id -> query.setParameter("product", id));
                });
        return whole(ids, BY_ISSUE);
    }

    List<Ticket> issuedBetween(Instant from, Instant until, Page page) {
        return whole(
                page.of(
                        getEntityManager(),
                        "select t.id from Ticket t where t.createdAt >= :from and t.createdAt < :until",
                        BY_ISSUE,
                        query -> query.setParameter("from", from).setParameter("until", until)),
                BY_ISSUE);
    }

    private List<Ticket> whole(List<UUID> ids, String order) {
        return ids.isEmpty()
                ? List.of()
                : list(
                        "from Ticket t join fetch t.products where t.id in ?1 order by " + order.formatted("t")
                                + ", t.id",
                        ids);
    }
}
