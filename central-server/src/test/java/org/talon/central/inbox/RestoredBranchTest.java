package org.talon.central.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.EventEnvelope;

/** A branch whose database was restored from a backup: nothing counts twice, and what its records lost counts no more. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class RestoredBranchTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");

    @Inject
    Receptions receptions;

    private final TestBranch branch = TestBranch.in("Europe/Moscow");

    @Test
    void what_its_records_lost_counts_no_more_and_is_kept_in_the_log() {
        // Given: one visitor before the backup, two after it
        branch.serves(AT, 60, 300);
        branch.serves(AT, 600, 30);
        branch.serves(AT, 700, 30);
        // When
        branch.sends(branch.beginsNewEpoch(4, AT));
        branch.serves(AT, 120, 200);
        branch.isAlive(AT.plusSeconds(1));
        // Then
        assertThat(figures()).isEqualTo("2 2 180 120 500");
        assertThat(reception().divergent())
                .isEqualTo(
                        "forked at seq 4 of epoch 1: the branch was restored; 8 numbers that had come count no more");
        assertThat(reception().behind()).isNull();
        assertThat(Tables.value("select count(*) from event_log where branch_id = ?", branch.id))
                .isEqualTo("17");
    }

    @Test
    void a_visitor_who_was_served_and_then_forgotten_is_served_once() {
        // Given
        UUID ticket = UUID.randomUUID();
        UUID service = UUID.randomUUID();
        branch.tells(branch.issued(ticket, service, AT));
        branch.tells(branch.invited(ticket, service, 10, AT), branch.completed(ticket, service, 90, AT));
        // When: it is restored to the moment at which he still waits, and serves him again
        branch.sends(branch.beginsNewEpoch(1, AT));
        assertThat(Tables.value("select state from ticket_product where branch_id = ?", branch.id))
                .isEqualTo("InQueue");
        branch.tells(branch.invited(ticket, service, 500, AT), branch.completed(ticket, service, 60, AT));
        // Then
        assertThat(figures()).isEqualTo("1 1 500 500 60");
    }

    @Test
    void a_new_epoch_that_lost_nothing_is_no_fork() {
        branch.serves(AT, 60, 300);

        branch.sends(branch.beginsNewEpoch(4, AT), branch.heartbeat(AT));

        assertThat(figures()).isEqualTo("1 1 60 60 300");
        assertThat(reception().divergent()).isNull();
    }

    @Test
    void late_messages_of_the_lost_history_change_nothing() {
        // Given
        branch.serves(AT, 60, 300);
        branch.serves(AT, 600, 30);
        EventEnvelope late = branch.next(branch.issued(UUID.randomUUID(), UUID.randomUUID(), AT));
        // When
        branch.sends(branch.beginsNewEpoch(4, AT));
        branch.sends(late);
        // Then
        assertThat(figures()).isEqualTo("1 1 60 60 300");
    }

    @Test
    void a_branch_that_took_up_where_the_centre_is_not_yet_is_asked_for_what_lies_between() {
        // Given
        branch.serves(AT, 60, 300);
        List<EventEnvelope> lost = Stream.generate(
                        () -> branch.next(branch.issued(UUID.randomUUID(), UUID.randomUUID(), AT)))
                .limit(3)
                .toList();
        EventEnvelope begins = branch.beginsNewEpoch(7, AT);
        // When
        branch.sends(begins);
        // Then
        assertThat(reception().divergent()).startsWith("expected seq 5");
        // When
        branch.sends(lost.toArray(EventEnvelope[]::new));
        branch.sends(begins, branch.heartbeat(AT));
        // Then
        assertThat(reception().divergent()).isNull();
        assertThat(figures()).startsWith("4 1 ");
    }

    @Test
    void a_branch_that_knows_less_than_it_told_is_restored_even_where_nothing_new_has_happened_there() {
        // Given
        branch.serves(AT, 60, 300);
        branch.isAlive(AT.plusSeconds(400));
        // When
        branch.forgetsAllBehind(2);
        branch.isAlive(AT.plusSeconds(4_000));
        // Then
        assertThat(reception().divergent()).startsWith("forked at seq 2");
    }

    /** Issued, completed, sum and greatest of the waits, sum of the services. */
    private String figures() {
        return Tables.value("""
                select sum(issued), sum(completed), sum(wait_sum_seconds), max(max_wait_seconds), sum(service_sum_seconds)
                from rollup where branch_id = ?""", branch.id);
    }

    private Reception reception() {
        return receptions.all().get(branch.id);
    }
}
