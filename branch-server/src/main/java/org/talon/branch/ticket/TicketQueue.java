package org.talon.branch.ticket;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who waits, who is called, who is served. */
@ApplicationScoped
public class TicketQueue implements PanacheRepositoryBase<TicketProduct, UUID> {

    /** Written out: a set as a parameter has its query translated anew at each call. */
    private static final String AT_WORK_PLACE = "(INVITED, OPERATING)";

    /** So written, PostgreSQL reads no more than the index of the service's queue. */
    private static final String NOT_BEHIND =
            "(priority > ?3 or (priority = ?3 and (dueAt < ?4 or (dueAt = ?4 and id <= ?5))))";

    private static final String BOOKED_AND_DUE = "(bookedFor <= ?6 and late = false)";

    /**
     * The first whom nobody else is about to take. Both rows are locked and, where another call changed one of them in
     * the meantime, judged anew: nobody is called twice, nor to two places for two of his services.
     */
    @SuppressWarnings("unchecked")
    public Optional<TicketProduct> takeFirst(Desk desk, Instant now) {
        SelectionSql rule = new SelectionSql(desk, now);
        String first = "select p.* " + rule.candidates() + " limit 1 for no key update of p, t skip locked";
        List<TicketProduct> found = rule.bindAll(getEntityManager().createNativeQuery(first, TicketProduct.class))
                .getResultList();
        return found.stream().findFirst().map(this::withItsTicket);
    }

    /** To be asked before the chosen one is called. */
    public SelectionReason reasonOf(TicketProduct chosen, Desk desk, Instant now) {
        Object[] others = others(chosen, desk, now);
        return SelectionReason.of(
                chosen, desk, now, ((Number) others[0]).longValue(), ((Number) others[1]).longValue());
    }

    /** Likewise, for one whom the operator chose himself. */
    public SelectionReason byHand(TicketProduct chosen, Desk desk, Instant now) {
        Object[] others = others(chosen, desk, now);
        return SelectionReason.byHand(chosen, now, ((Number) others[0]).longValue(), ((Number) others[1]).longValue());
    }

    private Object[] others(TicketProduct chosen, Desk desk, Instant now) {
        return (Object[]) new SelectionSql(desk, now)
                .bindCandidates(getEntityManager().createNativeQuery(SelectionSql.passedOver()))
                .setParameter("due", chosen.dueAt())
                .setParameter("chosen", chosen.id())
                .getSingleResult();
    }

    /** Takes one for a change, with its ticket; who else wants the ticket waits. */
    public Optional<TicketProduct> take(UUID id) {
        return getEntityManager()
                .createQuery(
                        "from Ticket t where t.id = (select p.ticket.id from TicketProduct p where p.id = :id)",
                        Ticket.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .flatMap(ticket -> ticket.products().stream())
                .filter(product -> product.id().equals(id))
                .findFirst();
    }

    private TicketProduct withItsTicket(TicketProduct product) {
        getEntityManager()
                .createQuery("from Ticket t join fetch t.products where t.id = :id", Ticket.class)
                .setParameter("id", product.ticket().id())
                .getSingleResult();
        return product;
    }

    /**
     * How many wait for the same service and are called before one who waits, himself included, at a workplace of the usual policy:
     * bookings whose time has come, then by priority, then by due time.
     */
    int positionOf(TicketProduct waiting, Instant now) {
        String before = waiting.isBookedUntil(now)
                ? BOOKED_AND_DUE + " and " + NOT_BEHIND
                : "(" + BOOKED_AND_DUE + " or " + NOT_BEHIND + ")";
        return Math.toIntExact(count(
                "state = ?1 and productId = ?2 and " + before,
                TicketProductState.IN_QUEUE,
                waiting.productId(),
                waiting.priority(),
                waiting.dueAt(),
                waiting.id(),
                now));
    }

    /** The visitor who is called to, or served at, a workplace. */
    public Optional<TicketProduct> at(UUID workPlaceId) {
        return list(
                        "from TicketProduct p join fetch p.ticket t join fetch t.products"
                                + " where p.workPlaceId = ?1 and p.state in " + AT_WORK_PLACE,
                        workPlaceId)
                .stream()
                .findFirst();
    }

    /** Likewise, taken for a change; who else wants his ticket waits. */
    public Optional<TicketProduct> takeAt(UUID workPlaceId) {
        return getEntityManager()
                .createQuery(
                        "from Ticket t where t.id ="
                                + " (select p.ticket.id from TicketProduct p where p.workPlaceId = :place and p.state in "
                                + AT_WORK_PLACE + ")",
                        Ticket.class)
                .setParameter("place", workPlaceId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .flatMap(ticket -> ticket.products().stream())
                .filter(product -> product.state().isAtWorkPlace())
                .findFirst();
    }

    /** Those in the queue whom this desk may call, in its order. */
    @SuppressWarnings("unchecked")
    public List<TicketProduct> waitingFor(Desk desk, Instant now) {
        SelectionSql rule = new SelectionSql(desk, now);
        List<TicketProduct> waiting = rule.bindAll(
                        getEntityManager().createNativeQuery("select p.* " + rule.candidates(), TicketProduct.class))
                .getResultList();
        return withTickets(waiting.stream()
                .filter(p -> p.state() == TicketProductState.IN_QUEUE)
                .toList());
    }

    public long countWaitingFor(Desk desk, Instant now) {
        return ((Number) new SelectionSql(desk, now)
                        .bindCandidates(getEntityManager().createNativeQuery(SelectionSql.count()))
                        .getSingleResult())
                .longValue();
    }

    /** Those held for a workplace, the longest first. */
    public List<TicketProduct> heldAt(UUID workPlaceId) {
        return withTickets(
                list("workPlaceId = ?1 and state = ?2 order by dueAt, id", workPlaceId, TicketProductState.HELD));
    }

    /** Their ids alone, for whoever takes each for a change and must see it as it is then. */
    public List<UUID> idsHeldAt(UUID workPlaceId) {
        return getEntityManager()
                .createQuery(
                        "select p.id from TicketProduct p where p.workPlaceId = :place and p.state = HELD order by p.ticket.id, p.id",
                        UUID.class)
                .setParameter("place", workPlaceId)
                .getResultList();
    }

    public long countHeldAt(UUID workPlaceId) {
        return count("state = ?1 and workPlaceId = ?2", TicketProductState.HELD, workPlaceId);
    }

    /** Who was meant for a workplace alone may go anywhere, once there is nobody any more. */
    public void liftAims(UUID workPlaceId) {
        update("aim.toWorkPlaceId = null where aim.toWorkPlaceId = ?1 and endedAt is null", workPlaceId);
    }

    /** Likewise who was meant for a user alone. */
    public void liftAimsAtUser(UUID userId) {
        update("aim.toUserId = null where aim.toUserId = ?1 and endedAt is null", userId);
    }

    private List<TicketProduct> withTickets(List<TicketProduct> products) {
        if (!products.isEmpty()) {
            getEntityManager()
                    .createQuery("from Ticket t join fetch t.products where t.id in :ids", Ticket.class)
                    .setParameter(
                            "ids",
                            products.stream()
                                    .map(p -> p.ticket().id())
                                    .distinct()
                                    .toList())
                    .getResultList();
        }
        return products;
    }
}
