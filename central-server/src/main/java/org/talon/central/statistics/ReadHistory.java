package org.talon.central.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.talon.central.network.Network;
import org.talon.central.network.Server;
import org.talon.shared.http.DomainException;

/** Figures of any period for any groups; all of one moment of the database. */
@ApplicationScoped
class ReadHistory {

    private final Snapshot snapshot;
    private final Network network;
    private final RollupTables rollups;
    private final NameTables names;

    ReadHistory(Snapshot snapshot, Network network, RollupTables rollups, NameTables names) {
        this.snapshot = snapshot;
        this.network = network;
        this.rollups = rollups;
        this.names = names;
    }

    @Transactional
    History of(Period period) {
        snapshot.begin();
        List<Server> servers = network.servers();
        requireKnown(servers, period.servers());
        Names known = names.of(servers);
        List<HistoryRow> rows = rollups.of(period).entrySet().stream()
                .map(group -> HistoryRow.of(group.getKey(), group.getValue(), known))
                .toList();
        return new History(rows, completenessOf(servers, period.servers()));
    }

    private static void requireKnown(List<Server> servers, List<UUID> asked) {
        for (UUID id : asked) {
            if (servers.stream().noneMatch(server -> server.id().equals(id))) {
                throw new DomainException(DomainException.Kind.UNKNOWN, "unknown-server", "no server has the id " + id);
            }
        }
    }

    private static String completenessOf(List<Server> servers, List<UUID> asked) {
        String inexact = servers.stream()
                .filter(server -> asked.isEmpty() || asked.contains(server.id()))
                .filter(server -> !server.exact())
                .map(server -> server.id().toString())
                .collect(Collectors.joining(","));
        return inexact.isEmpty() ? "exact" : inexact;
    }
}
