package org.talon.central.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.talon.central.inbox.ClockSkews;
import org.talon.central.inbox.Decision;
import org.talon.central.inbox.Reception;
import org.talon.central.inbox.Receptions;
import org.talon.central.inbox.Standing;
import org.talon.central.inbox.Standings;

/** The branches that introduced themselves, as they stand now. */
@ApplicationScoped
public class Network {

    private final BranchRegistry registry;
    private final Receptions receptions;
    private final Standings standings;
    private final ClockSkews clocks;
    private final JudgeCompleteness completeness;
    private final Clock clock;

    Network(
            BranchRegistry registry,
            Receptions receptions,
            Standings standings,
            ClockSkews clocks,
            JudgeCompleteness completeness,
            Clock clock) {
        this.registry = registry;
        this.receptions = receptions;
        this.standings = standings;
        this.clocks = clocks;
        this.completeness = completeness;
        this.clock = clock;
    }

    /** Those of today, in the order of their names: without those that head office has removed. */
    @Transactional
    public List<Server> servers() {
        Map<UUID, Decision> decisions = standings.all();
        return servers(decisions, id -> !isRemoved(decisions.get(id)));
    }

    /** All that ever introduced themselves, in the order of their names: those that were removed have a history. */
    @Transactional
    public List<Server> everKnown() {
        return servers(standings.all(), id -> true);
    }

    private List<Server> servers(Map<UUID, Decision> decisions, Predicate<UUID> which) {
        Instant now = clock.instant();
        Map<UUID, Reception> received = receptions.all();
        Map<UUID, Long> skews = clocks.all();
        return registry.byName().stream()
                .filter(branch -> which.test(branch.id))
                .map(branch ->
                        server(branch, received.get(branch.id), decisions.get(branch.id), skews.get(branch.id), now))
                .toList();
    }

    private Server server(
            RegisteredBranch branch,
            @Nullable Reception received,
            @Nullable Decision decision,
            @Nullable Long skew,
            Instant now) {
        return Server.of(
                branch,
                received == null ? null : received.lastSeen(),
                completeness.of(received, decision, now),
                Server.Blocked.of(decision),
                skew);
    }

    private static boolean isRemoved(@Nullable Decision decision) {
        return decision != null && decision.standing() == Standing.REMOVED;
    }
}
