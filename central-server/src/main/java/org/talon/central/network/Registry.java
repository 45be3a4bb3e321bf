package org.talon.central.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.central.inbox.Decision;
import org.talon.central.inbox.Move;
import org.talon.central.inbox.Standings;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;

/** Every branch there ever was, and what head office decides on it. */
@ApplicationScoped
class Registry {

    private static final int LONGEST_REASON = 500;

    private final Network network;
    private final Standings standings;

    Registry(Network network, Standings standings) {
        this.network = network;
        this.standings = standings;
    }

    @Transactional
    List<RegistryEntry> all() {
        Map<UUID, Decision> decisions = standings.all();
        return network.everKnown().stream()
                .map(server -> RegistryEntry.of(server, decisions.get(server.id())))
                .toList();
    }

    @Transactional
    RegistryEntry decide(Move move, Parameters asked, String by) {
        String reason = reason(move, asked);
        Server server = AskedServers.of(asked).only(network.everKnown());
        Decision decision = standings.decide(move, server.id(), by, reason);
        return RegistryEntry.of(server, decision);
    }

    private static @Nullable String reason(Move move, Parameters asked) {
        String reason = move.needsReason()
                ? asked.requiredText("reason")
                : asked.text("reason").orElse(null);
        if (reason != null && (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0)) {
            throw DomainException.badParameter(
                    "reason", "expected at most " + LONGEST_REASON + " characters, none of them U+0000");
        }
        return reason;
    }
}
