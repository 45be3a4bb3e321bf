package org.talon.branch.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many have booked each time. A time is never booked by more than may: its row is the turnstile. */
@ApplicationScoped
class SlotRepository {

    private static final String TAKE = """
            insert into booking_slot as s (product_id, starts_at, taken, capacity)
            values (:product, :time, 1, :capacity)
            on conflict on constraint booking_slot_pk do update
            set taken = s.taken + 1, capacity = :capacity
            where s.taken < :capacity""";

    private static final String FREE = """
            update booking_slot set taken = taken - 1
            where product_id = :product and starts_at = :time and taken > 0""";

    private static final String TAKEN = """
            select starts_at, taken from booking_slot
            where product_id = :product and starts_at >= :from and starts_at < :until""";

    private final EntityManager database;

    SlotRepository(EntityManager database) {
        this.database = database;
    }

    /** False where the time is full. */
    boolean take(UUID product, Instant time, int capacity) {
        return database.createNativeQuery(TAKE)
                        .setParameter("product", product)
                        .setParameter("time", time)
                        .setParameter("capacity", capacity)
                        .executeUpdate()
                == 1;
    }

    void free(UUID product, Instant time) {
        database.createNativeQuery(FREE)
                .setParameter("product", product)
                .setParameter("time", time)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    Map<Instant, Integer> taken(UUID product, Instant from, Instant until) {
        List<Object[]> rows = database.createNativeQuery(TAKEN)
                .setParameter("product", product)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
        Map<Instant, Integer> taken = new HashMap<>();
        rows.forEach(row -> taken.put((Instant) row[0], ((Number) row[1]).intValue()));
        return taken;
    }
}
