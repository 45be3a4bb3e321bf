package org.talon.central.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.central.inbox.Reception;
import org.talon.central.inbox.Receptions;

/** All branches that ever introduced themselves, as they stand now. */
@ApplicationScoped
public class Network {

    private final BranchRegistry registry;
    private final Receptions receptions;
    private final JudgeCompleteness completeness;
    private final Clock clock;

    Network(BranchRegistry registry, Receptions receptions, JudgeCompleteness completeness, Clock clock) {
        this.registry = registry;
        this.receptions = receptions;
        this.completeness = completeness;
        this.clock = clock;
    }

    /** In the order of their names. */
    @Transactional
    public List<Server> servers() {
        Instant now = clock.instant();
        Map<UUID, Reception> received = receptions.all();
        return registry.byName().stream()
                .map(branch -> server(branch, received.get(branch.id), now))
                .toList();
    }

    private Server server(RegisteredBranch branch, @Nullable Reception received, Instant now) {
        return Server.of(branch, received == null ? null : received.lastSeen(), completeness.of(received, now));
    }
}
