package org.talon.federation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talon.demo.DemoCatalogue;
import org.talon.driver.BranchClient;
import org.talon.local.LocalPostgres;
import org.talon.network.DataFolder;
import org.talon.network.DemoLogins;
import org.talon.network.Network;
import org.talon.network.NetworkPlan;
import org.talon.network.Ports;
import org.talon.network.TalonHome;

/** A branch whose database is restored from a backup is found, counts nothing twice, and goes on: real processes. */
class RestoredBranchTest {

    private static final int BEFORE_BACKUP = 5;
    private static final int LOST = 4;
    private static final int AFTER = 2;

    @Test
    void a_restored_branch_begins_a_new_epoch_and_the_centre_follows_its_records(@TempDir Path folder)
            throws Exception {
        List<Integer> ports = Ports.free(2);
        NetworkPlan.Branch branch = DemoCatalogue.branch(1, ports.get(1));
        NetworkPlan plan =
                new NetworkPlan(ports.get(0), List.of(branch), null, Map.of("talon.outbox.digest-every", "2s"));
        try (DataFolder data = DataFolder.hold(folder.resolve("data"));
                Network network = new Network(TalonHome.find(), data, plan, (unused, dead) -> {})) {
            // Given: a backup, and visitors who came after it
            network.start(line -> {});
            WatchedCentre centre = new WatchedCentre(plan.centre());
            issue(branch, BEFORE_BACKUP);
            centre.awaitIssued(BEFORE_BACKUP);
            network.stopServer(branch.port());
            run(network, "create database backup template " + Network.database(0));
            network.startBranch(0, line -> {});
            issue(branch, LOST);
            centre.awaitIssued(BEFORE_BACKUP + LOST);
            // When
            network.stopServer(branch.port());
            run(network, "drop database " + Network.database(0));
            run(network, "create database " + Network.database(0) + " template backup");
            network.startBranch(0, line -> {});
            // Then
            centre.awaitReason("Divergent: forked at seq");
            centre.awaitIssued(BEFORE_BACKUP);
            issue(branch, AFTER);
            centre.awaitIssued(BEFORE_BACKUP + AFTER);
            // When
            centre.analyst().acceptFork(branch.id());
            // Then
            centre.awaitExact(AFTER);
        }
    }

    private static void issue(NetworkPlan.Branch branch, int tickets) {
        BranchClient hall = new BranchClient(branch.at()).login(DemoLogins.ADMIN, DemoLogins.ADMIN_PASSWORD);
        for (int i = 0; i < tickets; i++) {
            hall.issue(DemoCatalogue.PRODUCTS.getFirst(), 0);
        }
    }

    private static void run(Network network, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        network.jdbcUrl("postgres"), LocalPostgres.USERNAME, LocalPostgres.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
