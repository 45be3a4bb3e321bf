package org.talon.central.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.talon.local.testing.TalonTestBackend;

/** Where reading begins after a start, a crash or a rebalance: Kafka's own offsets are not asked. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class SeekToStoredPositionTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");

    @Inject
    @Identifier("events") SeekToStoredPosition seek;

    private final TestBranch branch = TestBranch.in("Europe/Moscow");
    private final TopicPartition topic = new TopicPartition(branch.topic(), 0);

    @Test
    void a_branch_never_heard_of_is_read_from_its_beginning() {
        assertThat(positionWhereKafkaHas(5, 9)).isEqualTo(5);
    }

    @Test
    void a_known_branch_is_read_from_where_it_was_taken_in() {
        // When
        tellsThreeEvents();
        // Then
        assertThat(positionWhereKafkaHas(0, 9)).isEqualTo(3);
    }

    @Test
    void a_place_that_kafka_no_longer_has_means_its_beginning() {
        // When
        tellsThreeEvents();
        // Then
        assertThat(positionWhereKafkaHas(4, 9)).isEqualTo(4);
        assertThat(positionWhereKafkaHas(0, 2)).isZero();
    }

    /** The way to Kafka is cut while branches are being shared out: longer than its client waits. */
    @Test
    void kafka_is_asked_again_where_it_does_not_answer() {
        // Given
        tellsThreeEvents();
        try (MockConsumer<String, byte[]> consumer = assigned(0, 9)) {
            consumer.setOffsetsException(new TimeoutException("60000 ms expired"));
            // When
            seek.onPartitionsAssigned(consumer, List.of(topic));
            // Then
            assertThat(consumer.position(topic)).isEqualTo(3);
        }
    }

    private void tellsThreeEvents() {
        for (int visitor = 0; visitor < 3; visitor++) {
            branch.tells(branch.issued(UUID.randomUUID(), UUID.randomUUID(), AT));
        }
    }

    private long positionWhereKafkaHas(long beginning, long end) {
        try (MockConsumer<String, byte[]> consumer = assigned(beginning, end)) {
            seek.onPartitionsAssigned(consumer, List.of(topic));
            return consumer.position(topic);
        }
    }

    private MockConsumer<String, byte[]> assigned(long beginning, long end) {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
        consumer.subscribe(List.of(topic.topic()));
        consumer.rebalance(List.of(topic));
        consumer.updateBeginningOffsets(Map.of(topic, beginning));
        consumer.updateEndOffsets(Map.of(topic, end));
        return consumer;
    }
}
