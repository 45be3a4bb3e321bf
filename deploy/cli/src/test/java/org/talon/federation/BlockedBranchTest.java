package org.talon.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talon.cli.Command;
import org.talon.demo.DemoCatalogue;
import org.talon.driver.BranchClient;
import org.talon.network.DataFolder;
import org.talon.network.DemoLogins;
import org.talon.network.Network;
import org.talon.network.NetworkPlan;
import org.talon.network.Ports;
import org.talon.network.TalonHome;

/** What a blocked branch tells waits, whichever centre reads: real processes, a real PostgreSQL and Kafka. */
class BlockedBranchTest {

    private static final int BEFORE = 5;
    private static final int WAITING = 40;
    private static final int NEIGHBOUR = 7;

    @Test
    void what_a_branch_tells_while_it_is_blocked_counts_once_though_the_centre_that_reads_it_is_another_by_then(
            @TempDir Path folder) throws Exception {
        List<Integer> ports = Ports.free(4);
        NetworkPlan.Branch branch = DemoCatalogue.branch(1, ports.get(1));
        NetworkPlan.Branch neighbour = DemoCatalogue.branch(2, ports.get(2));
        NetworkPlan plan = new NetworkPlan(
                ports.get(0), List.of(branch, neighbour), null, Map.of("talon.outbox.digest-every", "2s"));
        try (DataFolder data = DataFolder.hold(folder.resolve("data"));
                Network network = new Network(TalonHome.find(), data, plan, (unused, dead) -> {})) {
            // Given: two centres, and a branch that is blocked at the one that may or may not read it
            network.start(line -> {});
            network.startTwinCentre(ports.get(3), line -> {});
            URI twin = URI.create("http://127.0.0.1:" + ports.get(3));
            WatchedCentre centre = new WatchedCentre(twin);
            issue(branch, BEFORE);
            centre.awaitIssued(BEFORE);
            servers(twin, "block", branch.id().toString(), "--reason", "a test");
            // When
            issue(branch, WAITING);
            issue(neighbour, NEIGHBOUR);
            // Then
            centre.awaitIssued(BEFORE + NEIGHBOUR);
            // When
            network.stopServer(plan.centrePort());
            issue(neighbour, NEIGHBOUR);
            centre.awaitIssued(BEFORE + 2 * NEIGHBOUR);
            servers(twin, "unblock", branch.id().toString());
            // Then
            centre.awaitIssued(BEFORE + WAITING + 2 * NEIGHBOUR);
            centre.awaitExact(BEFORE + WAITING);
        }
    }

    private static void servers(URI centre, String... what) {
        String[] line = new String[what.length + 3];
        line[0] = "servers";
        System.arraycopy(what, 0, line, 1, what.length);
        line[what.length + 1] = "--centre";
        line[what.length + 2] = centre.toString();
        Command command = Command.run(line);
        assertThat(command.exit()).as(command.err()).isZero();
    }

    private static void issue(NetworkPlan.Branch at, int tickets) {
        BranchClient hall = new BranchClient(at.at()).login(DemoLogins.ADMIN, DemoLogins.ADMIN_PASSWORD);
        for (int i = 0; i < tickets; i++) {
            hall.issue(DemoCatalogue.PRODUCTS.getFirst(), 0);
        }
    }
}
