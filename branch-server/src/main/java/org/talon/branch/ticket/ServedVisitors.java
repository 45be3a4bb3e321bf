package org.talon.branch.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who was served where. */
@ApplicationScoped
public class ServedVisitors {

    /** The states of one whose service has begun and who was not called anew since. */
    private static final Set<TicketProductState> SERVED = Set.of(
            TicketProductState.OPERATING,
            TicketProductState.COMPLETED,
            TicketProductState.HELD,
            TicketProductState.REDIRECTED);

    private final EntityManager database;

    ServedVisitors(EntityManager database) {
        this.database = database;
    }

    /** One service of a ticket, and who served it. */
    public record Served(UUID ticketProductId, UUID productId, UUID userId) {}

    /** The one whose service began last at a workplace, and not before a moment; he may still be served. */
    public Optional<Served> lastAt(UUID workPlaceId, Instant since) {
        return database.createQuery(
                        "select p.id, p.productId, p.userId from TicketProduct p"
                                + " where p.workPlaceId = :place and p.operatingAt >= :since and p.state in :served"
                                + " order by p.operatingAt desc, p.id desc",
                        Served.class)
                .setParameter("place", workPlaceId)
                .setParameter("since", since)
                .setParameter("served", SERVED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
