package org.talon.central.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.talon.local.testing.TalonTestBackend;

@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class FromKafkaTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");
    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    Receptions receptions;

    @Test
    void a_branch_nobody_knew_of_is_taken_in_within_ten_seconds() {
        // Given
        TestBranch branch = TestBranch.in("Europe/Moscow");
        // When
        try (var kafka = producer()) {
            for (int visitor = 0; visitor < 500; visitor++) {
                send(kafka, branch, branch.bytes(branch.next(issue(branch))));
            }
            send(kafka, branch, branch.bytes(branch.heartbeat(AT)));
        }
        // Then
        awaitCompleteTo(branch, AT);
        assertThat(Tables.value("select sum(issued) from rollup where branch_id = ?", branch.id))
                .isEqualTo("500");
    }

    @Test
    void poison_in_one_topic_does_not_stop_the_others() {
        // Given
        TestBranch poisoned = TestBranch.in("Europe/Moscow");
        TestBranch neighbour = TestBranch.in("Europe/Moscow");
        // When
        try (var kafka = producer()) {
            send(kafka, poisoned, "{nonsense".getBytes(StandardCharsets.UTF_8));
            send(kafka, poisoned, null);
            send(kafka, poisoned, poisoned.bytes(poisoned.next(issue(poisoned))));
            send(kafka, poisoned, poisoned.bytes(poisoned.heartbeat(AT)));
            send(kafka, neighbour, neighbour.bytes(neighbour.next(issue(neighbour))));
            send(kafka, neighbour, neighbour.bytes(neighbour.heartbeat(AT)));
        }
        // Then
        awaitCompleteTo(poisoned, AT);
        awaitCompleteTo(neighbour, AT);
        assertThat(receptions.all().get(poisoned.id).divergent()).startsWith("2 unreadable");
        assertThat(receptions.all().get(neighbour.id).divergent()).isNull();
    }

    private void awaitCompleteTo(TestBranch branch, Instant at) {
        await().atMost(SOON).until(() -> {
            Reception reception = receptions.all().get(branch.id);
            return reception != null && at.equals(reception.completeTo());
        });
    }

    private static org.talon.shared.event.TicketIssued issue(TestBranch branch) {
        return branch.issued(UUID.randomUUID(), UUID.randomUUID(), AT);
    }

    private static void send(KafkaProducer<String, byte[]> kafka, TestBranch branch, byte[] bytes) {
        var unused = kafka.send(new ProducerRecord<>(branch.topic(), bytes));
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", TalonTestBackend.kafkaBootstrapServers(), "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
