package org.talon.central.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.central.identity.Analyst;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.DayDigest;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.federation.BranchCursor;
import org.talon.shared.federation.BranchPosition;
import org.talon.shared.federation.Inbox.MovedMeanwhile;

/** What a branch tells while it is blocked or removed waits in Kafka, and counts once when it is active again. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class HeldBackTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Receptions receptions;

    @Inject
    MissingEvents missing;

    @Inject
    BranchPositions positions;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    private final TestBranch branch = TestBranch.in("Europe/Moscow");
    private final TestBranch neighbour = TestBranch.in("Europe/Moscow");
    private KafkaProducer<String, byte[]> kafka;

    @BeforeEach
    void both_branches_have_told_of_three_visitors() {
        kafka = new KafkaProducer<>(
                Map.of("bootstrap.servers", TalonTestBackend.kafkaBootstrapServers(), "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
        send(branch, branch.next(branch.introduction("Held", AT)));
        send(neighbour, neighbour.next(neighbour.introduction("Free", AT)));
        issue(branch, 3);
        issue(neighbour, 3);
        beat(branch, AT);
        beat(neighbour, AT);
        awaitCompleteTo(branch, AT);
        awaitCompleteTo(neighbour, AT);
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void what_comes_of_a_blocked_branch_waits_and_counts_once_when_it_is_unblocked() {
        // Given
        decide("block");
        // When
        double before = heldBack();
        issue(branch, 200);
        beat(branch, AT.plusSeconds(1));
        issue(neighbour, 200);
        beat(neighbour, AT.plusSeconds(1));
        // Then
        await().atMost(PATIENCE).until(() -> heldBack() == before + 201);
        awaitCompleteTo(neighbour, AT.plusSeconds(1));
        assertThat(issued(neighbour)).isEqualTo(203);
        assertThat(issued(branch)).isEqualTo(3);
        assertThat(position()).isEqualTo("5 5");
        // When
        decide("unblock");
        // Then
        awaitCompleteTo(branch, AT.plusSeconds(1));
        assertThat(issued(branch)).isEqualTo(203);
        // When
        issue(branch, 10);
        send(branch, branch.digest(branch.dateOf(AT), sums(213), AT.plusSeconds(2)));
        beat(branch, AT.plusSeconds(2));
        // Then
        awaitCompleteTo(branch, AT.plusSeconds(2));
        assertThat(issued(branch)).isEqualTo(213);
        assertThat(receptions.all().get(branch.id).divergent()).isNull();
        assertThat(Tables.value("select count(*) from reconciliation where branch_id = ?", branch.id))
                .isEqualTo("1");
    }

    @Test
    void a_removed_branch_that_goes_on_speaking_counts_from_where_it_was_once_it_is_restored() {
        // Given
        decide("remove");
        waits(50);
        // When
        decide("restore");
        beat(branch, AT.plusSeconds(1));
        // Then
        awaitCompleteTo(branch, AT.plusSeconds(1));
        assertThat(issued(branch)).isEqualTo(53);
    }

    @Test
    void a_branch_is_blocked_again_before_what_waited_is_read_and_loses_nothing() {
        // Given
        decide("block");
        waits(20);
        decide("unblock");
        decide("block");
        waits(20);
        // When
        decide("unblock");
        beat(branch, AT.plusSeconds(1));
        // Then
        awaitCompleteTo(branch, AT.plusSeconds(1));
        assertThat(issued(branch)).isEqualTo(43);
    }

    @Test
    void a_batch_that_was_worked_out_before_the_block_is_given_up() throws Exception {
        // Given
        BranchPosition at;
        try (Connection connection = database.getConnection()) {
            at = positions.stored(connection, Set.of(branch.id)).get(branch.id);
        }
        BranchCursor oneFurther = new BranchCursor(at) {
            {
                next(at.epoch(), at.nextSeq(), at.offset());
            }
        };
        // When
        decide("block");
        // Then
        try (Connection connection = database.getConnection()) {
            assertThatThrownBy(() -> positions.advance(connection, List.of(oneFurther), AT))
                    .isInstanceOf(MovedMeanwhile.class);
        }
        assertThat(position()).isEqualTo("5 5");
    }

    @Test
    void a_branch_that_is_not_listened_to_is_asked_for_nothing() throws Exception {
        // Given
        branch.next(branch.issued(UUID.randomUUID(), UUID.randomUUID(), AT));
        beat(branch, AT.plusSeconds(1));
        await().atMost(PATIENCE).until(this::isAsked);
        // When
        decide("block");
        // Then
        assertThat(isAsked()).isFalse();
        // When
        decide("unblock");
        // Then
        assertThat(isAsked()).isTrue();
    }

    private boolean isAsked() throws Exception {
        return missing.all().stream().anyMatch(request -> request.branchId().equals(branch.id));
    }

    private void decide(String move) {
        given().header("Authorization", Analyst.tokenOf("ADMIN"))
                .formParam("serverId", branch.id.toString())
                .formParam("reason", "a test")
                .post("config/servers/registry/" + move)
                .then()
                .statusCode(200);
    }

    private void awaitCompleteTo(TestBranch of, Instant at) {
        await().atMost(PATIENCE).until(() -> {
            Reception reception = receptions.all().get(of.id);
            return reception != null && at.equals(reception.completeTo());
        });
    }

    private void issue(TestBranch by, int visitors) {
        for (int visitor = 0; visitor < visitors; visitor++) {
            send(by, by.next(by.issued(UUID.randomUUID(), UUID.randomUUID(), AT)));
        }
    }

    private double heldBack() {
        return metrics.counter("talon.inbox.held.back").count();
    }

    /** Visitors of whom the centre hears, and whom it passes by. */
    private void waits(int visitors) {
        double before = heldBack();
        issue(branch, visitors);
        await().atMost(PATIENCE).until(() -> heldBack() >= before + visitors);
    }

    private void beat(TestBranch of, Instant at) {
        send(of, of.heartbeat(at));
    }

    private void send(TestBranch of, EventEnvelope envelope) {
        var unused = kafka.send(new ProducerRecord<>(of.topic(), of.bytes(envelope)));
    }

    private static DayDigest.Sums sums(long issued) {
        return new DayDigest.Sums(issued, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private String position() {
        return Tables.value("select next_seq, kafka_offset from branch_position where branch_id = ?", branch.id);
    }

    private static long issued(TestBranch of) {
        return Long.parseLong(Tables.value("select coalesce(sum(issued), 0) from rollup where branch_id = ?", of.id));
    }
}
