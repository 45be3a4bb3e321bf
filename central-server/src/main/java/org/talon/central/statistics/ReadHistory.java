package org.talon.central.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.talon.central.network.Network;
import org.talon.central.network.Server;

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
        List<Server> servers = network.everKnown();
        List<Server> asked = period.servers().among(servers);
        Names known = names.of(servers);
        List<HistoryRow> rows = rollups.of(period).entrySet().stream()
                .map(group -> HistoryRow.of(group.getKey(), group.getValue(), known))
                .toList();
        return new History(rows, Server.completenessOf(asked));
    }
}
