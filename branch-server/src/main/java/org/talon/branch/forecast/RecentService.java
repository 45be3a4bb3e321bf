package org.talon.branch.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the hall's last hours were like. */
@ApplicationScoped
class RecentService {

    static final Duration RECENT = Duration.ofHours(2);

    private static final double WIDEST = 10;

    private static final String WAITING = """
            select product_id, count(*) from ticket_product where state = 'IN_QUEUE' group by product_id""";

    private static final String SERVED = """
            select product_id, count(*), sum(served_seconds) from ticket_product
            where ended_at >= :since and ended_at <= :now and state = 'COMPLETED' group by product_id""";

    private static final String SPREAD = """
            select percentile_disc(0.5) within group (order by waited_seconds),
                   percentile_disc(0.9) within group (order by waited_seconds)
            from ticket_product where first_called_at >= :since and first_called_at <= :now""";

    private final EntityManager database;

    RecentService(EntityManager database) {
        this.database = database;
    }

    Map<UUID, Long> waiting() {
        Map<UUID, Long> waiting = new HashMap<>();
        rows(database.createNativeQuery(WAITING))
                .forEach(row -> waiting.put((UUID) row[0], ((Number) row[1]).longValue()));
        return waiting;
    }

    /** How many were served of a product, and for how many seconds in all. */
    record Served(long count, long seconds) {

        static final Served NOBODY = new Served(0, 0);

        Served plus(Served other) {
            return new Served(count + other.count, seconds + other.seconds);
        }
    }

    /** By product; of those that were served at all. */
    Map<UUID, Served> served(Instant now) {
        Map<UUID, Served> served = new HashMap<>();
        rows(database.createNativeQuery(SERVED)
                        .setParameter("since", now.minus(RECENT))
                        .setParameter("now", now))
                .forEach(row -> served.put(
                        (UUID) row[0], new Served(((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
        return served;
    }

    /**
     * How much longer than the median nine in ten have waited, from 1 to 10; the usual ratio where nobody was called. Where the
     * median was next to nothing the ratio says nothing of waits that are not.
     */
    double spread(Instant now, double usual) {
        Object[] waits = (Object[]) database.createNativeQuery(SPREAD)
                .setParameter("since", now.minus(RECENT))
                .setParameter("now", now)
                .getSingleResult();
        if (waits[0] == null || ((Number) waits[0]).longValue() == 0) {
            return usual;
        }
        double ratio = ((Number) waits[1]).doubleValue() / ((Number) waits[0]).doubleValue();
        return Math.clamp(ratio, 1, WIDEST);
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
