package org.talon.central.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.talon.central.network.Network;
import org.talon.central.network.Server;
import org.talon.shared.figures.Tally;

/** Every branch today, on its own calendar; all of one moment of the database. */
@ApplicationScoped
class ReadToday {

    private final Snapshot snapshot;
    private final Network network;
    private final RollupTables rollups;
    private final HallTables halls;
    private final Clock clock;

    ReadToday(Snapshot snapshot, Network network, RollupTables rollups, HallTables halls, Clock clock) {
        this.snapshot = snapshot;
        this.network = network;
        this.rollups = rollups;
        this.halls = halls;
        this.clock = clock;
    }

    @Transactional
    List<BranchToday> all() {
        snapshot.begin();
        Instant now = clock.instant();
        List<Server> servers = network.servers();
        Map<UUID, LocalDate> days = new HashMap<>();
        servers.forEach(server -> days.put(server.id(), dayOf(server, now)));
        Map<UUID, Tally> tallies = rollups.ofDays(days);
        Map<UUID, Hall> inHalls = halls.all();
        return servers.stream()
                .map(server -> today(
                        server,
                        asOf(server, now),
                        inHalls.getOrDefault(server.id(), Hall.EMPTY),
                        tallies.getOrDefault(server.id(), new Tally())))
                .toList();
    }

    private static BranchToday today(Server server, Instant asOf, Hall hall, Tally tally) {
        return new BranchToday(server, asOf, hall.openWorkPlaces(), hall.breakWorkPlaces(), hall.at(asOf), tally);
    }

    private static Instant asOf(Server server, Instant now) {
        return server.isConnected() || server.lastSeen() == null ? now : server.lastSeen();
    }

    private static LocalDate dayOf(Server server, Instant now) {
        return asOf(server, now).atZone(server.zone()).toLocalDate();
    }
}
