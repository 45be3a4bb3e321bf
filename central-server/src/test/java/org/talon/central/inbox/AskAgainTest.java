package org.talon.central.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.ResendRequest;

/** What does not come by itself is asked for, and only that. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class AskAgainTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    MissingEvents missing;

    @Inject
    Receptions receptions;

    private final TestBranch branch = TestBranch.in("Europe/Moscow");
    private final EventCodec codec = new EventCodec();

    @Test
    void what_lies_before_a_gap_is_missing_until_it_comes() throws Exception {
        EventEnvelope first = issue();
        EventEnvelope lost = issue();
        EventEnvelope third = issue();
        branch.sends(first, third);
        assertThat(missingOfBranch()).singleElement().satisfies(request -> {
            assertThat(request.epoch()).isEqualTo(1);
            assertThat(request.fromSeq()).isEqualTo(2);
        });

        branch.sends(lost, third);
        assertThat(missingOfBranch()).isEmpty();
    }

    @Test
    void what_a_branch_has_told_of_and_is_not_there_is_missing() throws Exception {
        branch.sends(issue());
        issue();
        branch.isAlive(AT);

        assertThat(missingOfBranch()).extracting(ResendRequest::fromSeq).containsExactly(2L);
    }

    @Test
    void what_a_branch_has_told_of_in_a_new_epoch_is_missing() throws Exception {
        branch.sends(issue(), issue());
        branch.beginsNewEpoch(2, AT);
        issue();
        branch.isAlive(AT);

        assertThat(missingOfBranch()).singleElement().satisfies(request -> {
            assertThat(request.epoch()).isEqualTo(1);
            assertThat(request.fromSeq()).isEqualTo(3);
        });
    }

    @Test
    void where_another_event_comes_under_a_known_number_a_new_epoch_is_asked_for_until_it_begins() throws Exception {
        // Given
        branch.sends(issue(), issue(), issue());
        branch.forgetsAllBehind(1);
        // When
        branch.sends(issue());
        // Then
        assertThat(missingOfBranch()).singleElement().satisfies(request -> {
            assertThat(request.conflicting()).isTrue();
            assertThat(request.fromSeq()).isEqualTo(2);
        });
        // When
        branch.sends(branch.beginsNewEpoch(1, AT), issue());
        // Then
        assertThat(missingOfBranch()).isEmpty();
    }

    @Test
    void what_the_branch_no_longer_keeps_is_not_asked_for_and_never_hidden() throws Exception {
        // Given
        branch.sends(issue());
        issue();
        branch.sends(issue());
        assertThat(missingOfBranch()).hasSize(1);
        // When
        branch.sends(branch.logBegins(1, 3, AT));
        branch.isAlive(AT.plusSeconds(10));
        // Then
        assertThat(missingOfBranch()).isEmpty();
        assertThat(receptions.all().get(branch.id).divergent())
                .isEqualTo("seq 2 of epoch 1 and what follows it are missing, and the branch no longer keeps them");
        assertThat(receptions.all().get(branch.id).completeTo()).isNull();
    }

    @Test
    void what_came_after_all_is_not_missed() throws Exception {
        // Given
        EventEnvelope first = issue();
        EventEnvelope late = issue();
        EventEnvelope third = issue();
        branch.sends(first, third, branch.logBegins(1, 3, AT));
        // When
        branch.sends(late, third);
        issue();
        branch.isAlive(AT.plusSeconds(10));
        // Then
        assertThat(missingOfBranch()).extracting(ResendRequest::fromSeq).containsExactly(4L);
        assertThat(receptions.all().get(branch.id).divergent()).isNull();
    }

    @Test
    void nothing_is_missing_of_a_branch_that_is_complete_or_was_never_heard_of() throws Exception {
        branch.sends(issue());
        branch.isAlive(AT);

        assertThat(missingOfBranch()).isEmpty();
    }

    @Test
    void branches_hear_of_it_on_the_topic_to_which_they_listen() {
        // Given
        branch.sends(issue());
        issue();
        branch.isAlive(AT);
        // Then
        TopicPartition control = new TopicPartition(ResendRequest.TOPIC, 0);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", TalonTestBackend.kafkaBootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(control));
            consumer.seekToBeginning(List.of(control));
            List<ResendRequest> heard = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> heard.add(codec.request(record.value())));
                return heard.stream()
                        .anyMatch(request -> request.branchId().equals(branch.id) && request.fromSeq() == 2);
            });
        }
    }

    private List<ResendRequest> missingOfBranch() throws Exception {
        return missing.all().stream()
                .filter(request -> request.branchId().equals(branch.id))
                .toList();
    }

    private EventEnvelope issue() {
        return branch.next(branch.issued(UUID.randomUUID(), UUID.randomUUID(), AT));
    }
}
