package org.talon.federation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talon.demo.DemoCatalogue;
import org.talon.driver.BranchClient;
import org.talon.network.DataFolder;
import org.talon.network.DemoLogins;
import org.talon.network.Network;
import org.talon.network.NetworkPlan;
import org.talon.network.Pause;
import org.talon.network.Ports;
import org.talon.network.TalonHome;
import org.talon.shared.event.EventEnvelope;

/** What Kafka had acknowledged and has lost, the centre gets from the branch: real processes, a real PostgreSQL and Kafka. */
class LostEventsTest {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int BEFORE = 5;
    private static final int LOST = 40;

    @Test
    void a_topic_that_was_emptied_while_the_centre_was_away_is_sent_again_and_every_ticket_counts_once(
            @TempDir Path folder) throws Exception {
        List<Integer> ports = Ports.free(2);
        NetworkPlan.Branch branch = DemoCatalogue.branch(1, ports.get(1));
        NetworkPlan plan =
                new NetworkPlan(ports.get(0), List.of(branch), null, Map.of("talon.outbox.digest-every", "2s"));
        try (DataFolder data = DataFolder.hold(folder.resolve("data"));
                Network network = new Network(TalonHome.find(), data, plan, (unused, dead) -> {})) {
            // Given
            network.start(line -> {});
            WatchedCentre centre = new WatchedCentre(plan.centre());
            BranchClient hall = new BranchClient(branch.at()).login(DemoLogins.ADMIN, DemoLogins.ADMIN_PASSWORD);
            issue(hall, BEFORE);
            centre.awaitIssued(BEFORE);
            network.stopServer(plan.centrePort());
            issue(hall, LOST);
            // When
            loseAll(network.kafka(), branch);
            network.startCentre(line -> {});
            // Then
            centre.awaitIssued(BEFORE + LOST);
            centre.awaitExact(BEFORE + LOST);
        }
    }

    private static void issue(BranchClient hall, int tickets) {
        for (int i = 0; i < tickets; i++) {
            hall.issue(DemoCatalogue.PRODUCTS.getFirst(), 0);
        }
    }

    /** As soon as all that was issued is there: what is lost must have been acknowledged. */
    private static void loseAll(String kafka, NetworkPlan.Branch branch) throws Exception {
        TopicPartition topic = new TopicPartition(EventEnvelope.topicOf(branch.id()), 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            long end;
            do {
                Pause.of(BETWEEN_LOOKS);
                end = admin.listOffsets(Map.of(topic, OffsetSpec.latest()))
                        .all()
                        .get()
                        .get(topic)
                        .offset();
            } while (end < BEFORE + LOST);
            admin.deleteRecords(Map.of(topic, RecordsToDelete.beforeOffset(end)))
                    .all()
                    .get();
        }
    }
}
