package org.talon.central.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.DayDigest.Sums;
import org.talon.shared.event.EventEnvelope;

/** A rebuild calls a day exact only where it is, figures included. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class CompareAgainTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Rebuilds rebuilds;

    @Inject
    Receptions receptions;

    private final TestBranch branch = TestBranch.known("Compared", AT);

    @Test
    void of_two_types_that_were_unknown_the_second_still_makes_the_day_another_one() {
        // Given
        branch.sends(issuedUnderAnotherName(), branch.nextOfTomorrow("a visitor more", AT));
        says(2);
        // When
        centreKnowsTheOtherName();
        rebuild();
        // Then
        assertThat(difference()).isEqualTo("Issued 1, the branch says 2");
        assertThat(receptions.all().get(branch.id).divergent()).endsWith("Issued 1, the branch says 2");
    }

    @Test
    void where_nothing_is_unknown_any_more_and_the_figures_agree_the_day_is_exact() {
        // Given
        branch.sends(issuedUnderAnotherName());
        says(1);
        assertThat(difference()).contains("Issued 0, the branch says 1");
        // When
        centreKnowsTheOtherName();
        rebuild();
        // Then
        assertThat(difference()).isEqualTo("null");
    }

    @Test
    void of_a_word_whose_figures_were_not_kept_only_a_difference_of_events_is_cleared() {
        // Given
        branch.sends(issuedUnderAnotherName());
        says(1);
        figuresWereNotKept();
        centreKnowsTheOtherName();
        // When
        rebuild();
        // Then
        assertThat(difference()).contains("Issued 0, the branch says 1");
        // When
        differs("as many events, but not the same");
        rebuild();
        // Then
        assertThat(difference()).isEqualTo("null");
    }

    @Test
    void of_a_word_whose_figures_were_not_kept_nothing_is_cleared_while_something_of_the_day_is_unread() {
        // Given
        branch.sends(issuedUnderAnotherName(), branch.nextOfTomorrow("a visitor more", AT));
        says(2);
        figuresWereNotKept();
        differs("as many events, but not the same");
        // When
        centreKnowsTheOtherName();
        rebuild();
        // Then
        assertThat(difference()).isEqualTo("as many events, but not the same");
    }

    @Test
    void figures_of_a_former_word_are_not_taken_for_those_of_a_later_one() {
        // Given: an older version wrote what the branch said last, and knows of no figures to be kept
        branch.sends(issuedUnderAnotherName(), branch.nextOfTomorrow("a visitor more", AT));
        says(1);
        Tables.execute(
                "update reconciliation set said_at = said_at + interval '1 minute' where branch_id = ?", branch.id);
        differs("Issued 0, the branch says 2");
        // When
        centreKnowsTheOtherName();
        rebuild();
        // Then
        assertThat(difference()).isEqualTo("Issued 0, the branch says 2");
    }

    /** Under its own name in the records of the branch. */
    private EventEnvelope issuedUnderAnotherName() {
        EventEnvelope ticket = branch.next(branch.issued(UUID.randomUUID(), UUID.randomUUID(), AT));
        return new EventEnvelope(
                ticket.branchId(),
                ticket.epoch(),
                ticket.seq(),
                ticket.eventId(),
                "VisitorBeamed",
                ticket.version(),
                ticket.occurredAt(),
                ticket.businessDate(),
                ticket.businessHour(),
                ticket.data());
    }

    private void centreKnowsTheOtherName() {
        Tables.execute(
                "update event_log set type = 'TicketIssued' where branch_id = ? and type = 'VisitorBeamed'", branch.id);
    }

    private void says(long issued) {
        branch.sends(branch.digest(branch.dateOf(AT), new Sums(issued, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), AT));
    }

    private void figuresWereNotKept() {
        Tables.execute(
                "update reconciliation set branch_sums = null, sums_said_at = null where branch_id = ?", branch.id);
    }

    private void differs(String difference) {
        Tables.execute("update reconciliation set difference = ? where branch_id = ?", difference, branch.id);
    }

    private void rebuild() {
        rebuilds.ask(List.of(branch.id));
        await().atMost(PATIENCE)
                .until(() -> Tables.value("select done_at is not null from rebuild where branch_id = ?", branch.id)
                        .equals("t"));
    }

    private String difference() {
        return Tables.value("select difference from reconciliation where branch_id = ?", branch.id);
    }
}
