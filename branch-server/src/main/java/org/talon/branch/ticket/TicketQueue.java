package org.talon.branch.ticket;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who waits, who is called, who is served. */
@ApplicationScoped
public class TicketQueue implements PanacheRepositoryBase<TicketProduct, UUID> {

    /** Higher priority first, then who is due earlier; the id settles what is left, in order of issue. */
    private static final String ORDER = " order by p.priority desc, p.dueAt, p.id";

    /**
     * The first in order for these products whom nobody else is calling at this moment. A visitor who is at a workplace
     * for another of his services is passed over: he is at one place at a time.
     */
    private static final String FIRST = """
            select p.* from ticket_product p
            where p.state = 'IN_QUEUE' and p.product_id in (:products)
              and not exists (select from ticket_product other
                              where other.ticket_id = p.ticket_id and other.state in ('INVITED', 'OPERATING'))
            order by p.priority desc, p.due_at, p.id
            limit 1
            for update of p skip locked""";

    @SuppressWarnings("unchecked")
    public Optional<TicketProduct> takeFirst(Set<UUID> products) {
        List<TicketProduct> first = getEntityManager()
                .createNativeQuery(FIRST, TicketProduct.class)
                .setParameter("products", products)
                .getResultList();
        return first.stream().findFirst().map(this::withItsTicket);
    }

    /** Takes one for a change; who else wants it waits. */
    public Optional<TicketProduct> take(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(this::withItsTicket);
    }

    private TicketProduct withItsTicket(TicketProduct product) {
        getEntityManager()
                .createQuery("from Ticket t join fetch t.products where t.id = :id", Ticket.class)
                .setParameter("id", product.ticket().id())
                .getSingleResult();
        return product;
    }

    /** How many are called for these products before one who waits, himself included. */
    int positionOf(TicketProduct waiting) {
        return Math.toIntExact(count(
                "state = ?1 and productId = ?2 and (priority > ?3 or (priority = ?3 and (dueAt < ?4 or (dueAt = ?4 and id <= ?5))))",
                TicketProductState.IN_QUEUE,
                waiting.productId(),
                waiting.priority(),
                waiting.life().due(),
                waiting.id()));
    }

    /** The visitor who is called to, or served at, a workplace. */
    public Optional<TicketProduct> at(UUID workPlaceId) {
        return list(
                        "from TicketProduct p join fetch p.ticket t join fetch t.products"
                                + " where p.workPlaceId = ?1 and p.state in ?2",
                        workPlaceId,
                        Set.of(TicketProductState.INVITED, TicketProductState.OPERATING))
                .stream()
                .findFirst();
    }

    public List<TicketProduct> waitingFor(Collection<UUID> products) {
        return list(
                "from TicketProduct p join fetch p.ticket where p.state = ?1 and p.productId in ?2" + ORDER,
                TicketProductState.IN_QUEUE,
                products);
    }

    public long countWaitingFor(Collection<UUID> products) {
        return count("state = ?1 and productId in ?2", TicketProductState.IN_QUEUE, products);
    }

    public long countHeldAt(UUID workPlaceId) {
        return count("state = ?1 and workPlaceId = ?2", TicketProductState.HELD, workPlaceId);
    }
}
