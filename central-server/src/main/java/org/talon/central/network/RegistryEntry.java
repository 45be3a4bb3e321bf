package org.talon.central.network;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.central.inbox.Decision;
import org.talon.central.inbox.Standing;

/**
 * What head office last decided on a branch.
 *
 * @param since null where nobody ever decided anything, as {@code by}
 * @param lastSeen when something of it was last taken in, by the centre's clock
 */
record RegistryEntry(
        UUID id,
        String name,
        Standing state,
        @Nullable Instant since,
        @Nullable String by,
        @Nullable String reason,
        @Nullable Instant lastSeen) {

    static RegistryEntry of(Server server, @Nullable Decision decision) {
        return decision == null
                ? new RegistryEntry(server.id(), server.name(), Standing.ACTIVE, null, null, null, server.lastSeen())
                : new RegistryEntry(
                        server.id(),
                        server.name(),
                        decision.standing(),
                        decision.since(),
                        decision.by(),
                        decision.reason(),
                        server.lastSeen());
    }
}
