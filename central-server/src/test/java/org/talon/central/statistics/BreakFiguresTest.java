package org.talon.central.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.central.inbox.TestBranch;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.BreakBegan;
import org.talon.shared.event.BreakEnded;
import org.talon.shared.event.WorkPlaceOpened;

/** What breaks change in the figures of the network. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class BreakFiguresTest {

    private final UUID ticket = UUID.randomUUID();
    private final UUID service = UUID.randomUUID();

    @Inject
    Clock clock;

    private Instant now;
    private TestBranch branch;

    @BeforeEach
    void a_branch() {
        now = clock.instant();
        branch = TestBranch.known("Changing", now);
        branch.isAlive(now);
    }

    @Test
    void a_workplace_on_a_break_stays_open_and_calls_nobody() {
        // Given
        branch.opensWorkPlace(now);
        branch.tells(branch.issued(ticket, service, now));
        List<Map<String, Object>> before = Shown.sums(branch);
        // When
        branch.tells(new BreakBegan(branch.workPlace, branch.user, now));
        // Then
        assertThat(Shown.today(branch)).containsEntry("OpenWorkPlaces", 1);
        assertThat(Shown.load(branch))
                .containsEntry("OpenWorkPlaces", 1)
                .containsEntry("WaitingPerWorkPlace", 1.0f)
                .containsEntry("LoadLevel", "Red");
        // When
        branch.tells(new BreakEnded(branch.workPlace, branch.user, now));
        // Then
        assertThat(Shown.load(branch)).containsEntry("OpenWorkPlaces", 1).containsEntry("LoadLevel", "Green");
        assertThat(Shown.sums(branch)).isEqualTo(before);
    }

    @Test
    void who_leaves_during_his_break_is_neither_there_nor_on_a_break() {
        // Given
        branch.opensWorkPlace(now);
        branch.tells(branch.issued(ticket, service, now), new BreakBegan(branch.workPlace, branch.user, now));
        // When
        branch.closesWorkPlace(now);
        // Then
        assertThat(Shown.load(branch)).containsEntry("OpenWorkPlaces", 0);
        // When
        branch.opensWorkPlace(now);
        // Then
        assertThat(Shown.load(branch)).containsEntry("OpenWorkPlaces", 1).containsEntry("LoadLevel", "Green");
    }

    @Test
    void another_operator_who_takes_over_ends_the_break() {
        // Given
        branch.opensWorkPlace(now);
        branch.tells(branch.issued(ticket, service, now), new BreakBegan(branch.workPlace, branch.user, now));
        // When
        branch.tells(new WorkPlaceOpened(branch.workPlace, UUID.randomUUID(), now));
        // Then
        assertThat(Shown.load(branch)).containsEntry("OpenWorkPlaces", 1).containsEntry("LoadLevel", "Green");
    }

    @Test
    void an_operator_whose_coming_was_never_told_is_there_all_the_same_when_he_rests() {
        // When
        branch.tells(branch.issued(ticket, service, now), new BreakBegan(branch.workPlace, branch.user, now));
        // Then
        assertThat(Shown.load(branch)).containsEntry("OpenWorkPlaces", 1).containsEntry("LoadLevel", "Red");
    }
}
