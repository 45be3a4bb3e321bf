package org.talon.torture;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What one branch has answered to its callers: it must be so, whatever broke meanwhile. */
final class Acknowledged {

    /** In the order in which a service goes through them. */
    private static final List<String> STATES =
            List.of("IN_QUEUE", "INVITED", "OPERATING", "REJECTED", "CANCELLED", "COMPLETED");

    private final Map<UUID, String> services = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();

    /** Of two answers that come to different callers at once the later state is the newer one. */
    void note(String ticketProductId, String state) {
        calls.incrementAndGet();
        services.merge(
                UUID.fromString(ticketProductId),
                state,
                (former, now) -> STATES.indexOf(former) > STATES.indexOf(now) ? former : now);
    }

    /** As if nothing had been answered since then. */
    void goBackTo(Map<UUID, String> then) {
        services.clear();
        services.putAll(then);
    }

    long calls() {
        return calls.get();
    }

    /** Every service that a caller was told of, and how it stood last. To be asked while nobody calls. */
    Map<UUID, String> services() {
        return Map.copyOf(services);
    }
}
