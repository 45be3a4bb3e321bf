package org.talon.central.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.EventEnvelope;

/** What a version with older projections left out is in the tables once a newer one is there, and is made anew no second time. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class OlderProjectionsTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    OlderProjections older;

    private final TestBranch branch = TestBranch.known("Upgraded", AT);

    @Test
    void what_was_taken_in_by_this_version_alone_is_not_made_anew() throws Exception {
        // Given
        branch.serves(AT, 60, 300);
        branch.isAlive(AT);
        // When
        older.orderRebuilds();
        // Then
        assertThat(rebuilds()).isEqualTo("0");
    }

    @Test
    void a_branch_of_before_the_renewal_is_made_anew_once() throws Exception {
        // Given: tables without tickets, made by a version that knew of none
        branch.serves(AT, 60, 300);
        Tables.execute("delete from ticket where branch_id = ?", branch.id);
        Tables.execute(
                "update branch_position set projection_version = 0, projected_offset = null, last_seen = null where branch_id = ?",
                branch.id);
        // When
        older.look();
        await().atMost(PATIENCE).until(() -> rebuildsDone().equals("1"));
        // Then
        assertThat(tickets()).isEqualTo("1");
        assertNothingIsOrderedAgain();
    }

    @Test
    void an_event_that_was_kept_unread_before_unread_types_were_noted_counts_too() throws Exception {
        // Given: of a type that is known today, and of which nothing says that it is unread
        EventEnvelope ticket = branch.next(branch.issued(UUID.randomUUID(), UUID.randomUUID(), AT));
        branch.sends(named("VisitorTeleported", ticket));
        Tables.execute("update event_log set type = 'TicketIssued' where branch_id = ? and seq = 2", branch.id);
        Tables.execute("delete from unread_type where branch_id = ?", branch.id);
        Tables.execute("update branch_position set projection_version = 0 where branch_id = ?", branch.id);
        // When
        older.look();
        await().atMost(PATIENCE).until(() -> rebuildsDone().equals("1"));
        // Then
        assertThat(Tables.value("select sum(issued) from rollup where branch_id = ?", branch.id))
                .isEqualTo("1");
    }

    @Test
    void what_an_older_process_took_in_beside_this_version_is_made_anew_when_it_is_gone() throws Exception {
        // Given: it knows of no tickets, nor of the columns that tell who made the tables
        branch.serves(AT, 60, 300);
        Tables.execute("delete from ticket where branch_id = ?", branch.id);
        Tables.execute(
                "update branch_position set kafka_offset = kafka_offset - 1, last_seen = '9999-01-01Z' where branch_id = ?",
                branch.id);
        // When: it still takes the branch in
        older.orderRebuilds();
        // Then
        assertThat(rebuilds()).isEqualTo("0");
        // When: this version takes the branch over
        branch.isAlive(AT);
        older.look();
        await().atMost(PATIENCE).until(() -> rebuildsDone().equals("1"));
        // Then
        assertThat(tickets()).isEqualTo("1");
        assertNothingIsOrderedAgain();
    }

    @Test
    void in_an_event_that_an_older_process_wrote_there_may_be_personal_data() {
        Tables.execute("""
                insert into event_log (branch_id, epoch, seq, event_id, type, version, occurred_at, business_date,
                                       business_hour, data, received_at)
                values (?, 1, 7, gen_random_uuid(), 'SurveyFinished', 1, '2026-11-23T06:30:00Z', '2026-11-23', 9, '{}',
                        '2026-11-23T06:30:00Z')""", branch.id);

        assertThat(Tables.value("select personal from event_log where branch_id = ? and seq = 7", branch.id))
                .isEqualTo("t");
    }

    private void assertNothingIsOrderedAgain() throws Exception {
        Tables.execute("update rebuild set asked_at = '2000-01-01Z' where branch_id = ?", branch.id);
        older.orderRebuilds();
        assertThat(Tables.value("select asked_at = '2000-01-01Z' from rebuild where branch_id = ?", branch.id))
                .isEqualTo("t");
    }

    private static EventEnvelope named(String type, EventEnvelope event) {
        return new EventEnvelope(
                event.branchId(),
                event.epoch(),
                event.seq(),
                event.eventId(),
                type,
                event.version(),
                event.occurredAt(),
                event.businessDate(),
                event.businessHour(),
                event.data());
    }

    private String tickets() {
        return Tables.value("select count(*) from ticket where branch_id = ?", branch.id);
    }

    private String rebuilds() {
        return Tables.value("select count(*) from rebuild where branch_id = ?", branch.id);
    }

    private String rebuildsDone() {
        return Tables.value("select count(done_at) from rebuild where branch_id = ?", branch.id);
    }
}
