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
import org.talon.shared.event.ServiceStarted;
import org.talon.shared.event.TicketIssued.IssuedProduct;
import org.talon.shared.event.VisitorHeld;
import org.talon.shared.event.VisitorInvited;
import org.talon.shared.event.VisitorRedirected;
import org.talon.shared.event.VisitorReturned;

/** What holding, redirecting and coming back change in the figures of the network. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class RedirectFiguresTest {

    private final UUID ticket = UUID.randomUUID();
    private final UUID service = UUID.randomUUID();
    private final UUID next = UUID.randomUUID();

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
    void who_is_held_neither_waits_nor_is_served_until_he_is_called_again() {
        // Given
        branch.tells(branch.issued(ticket, service, now), branch.invited(ticket, service, 7, now), started());
        List<Map<String, Object>> before = Shown.sums(branch);
        // When
        branch.tells(new VisitorHeld(service, ticket, branch.product, branch.workPlace, branch.user, now));
        // Then
        assertThat(Shown.today(branch))
                .containsEntry("Held", 1)
                .containsEntry("Operating", 0)
                .containsEntry("Waiting", 0)
                .containsEntry("LongestCurrentWaitSeconds", null);
        // When
        branch.tells(
                new VisitorInvited(service, ticket, branch.product, branch.workPlace, branch.user, 2, null, null, now));
        // Then
        assertThat(Shown.today(branch)).containsEntry("Held", 0).containsEntry("Invited", 1);
        assertThat(Shown.sums(branch)).isEqualTo(before);
    }

    @Test
    void a_redirect_ends_one_service_with_its_seconds_and_another_one_waits() {
        // Given
        branch.tells(branch.issued(ticket, service, now.minusSeconds(300)), started());
        // When
        branch.tells(redirected(branch.workPlace, branch.user, 245L));
        // Then
        assertThat(Shown.today(branch))
                .containsEntry("Issued", 1)
                .containsEntry("Redirected", 1)
                .containsEntry("Completed", 0)
                .containsEntry("ServiceSumSeconds", 245)
                .containsEntry("ServiceCount", 1)
                .containsEntry("Operating", 0)
                .containsEntry("Waiting", 1)
                .containsEntry("LongestCurrentWaitSeconds", 300);
    }

    @Test
    void a_redirect_out_of_the_queue_counts_no_service() {
        // Given
        branch.tells(branch.issued(ticket, service, now.minusSeconds(300)));
        // When
        branch.tells(redirected(null, null, null));
        // Then
        assertThat(Shown.today(branch))
                .containsEntry("Redirected", 1)
                .containsEntry("ServiceCount", 0)
                .containsEntry("Waiting", 1);
    }

    @Test
    void who_comes_back_waits_at_the_workplace_that_sent_him() {
        // Given
        branch.tells(branch.issued(ticket, service, now), branch.completed(ticket, service, 60, now));
        List<Map<String, Object>> before = Shown.sums(branch);
        // When
        branch.tells(new VisitorReturned(ticket, part(next), branch.workPlace, now.minusSeconds(300), now));
        // Then
        assertThat(Shown.today(branch)).containsEntry("Held", 1).containsEntry("Waiting", 0);
        assertThat(Shown.sums(branch)).isEqualTo(before);
    }

    @Test
    void who_comes_back_to_no_workplace_waits_in_the_common_queue() {
        // When
        branch.tells(new VisitorReturned(ticket, part(next), null, now.minusSeconds(300), now));
        // Then
        assertThat(Shown.today(branch))
                .containsEntry("Held", 0)
                .containsEntry("Waiting", 1)
                .containsEntry("Issued", 0)
                .containsEntry("LongestCurrentWaitSeconds", 300);
    }

    private ServiceStarted started() {
        return new ServiceStarted(service, ticket, branch.product, branch.workPlace, branch.user, now);
    }

    private VisitorRedirected redirected(UUID place, UUID user, Long seconds) {
        Instant since = now.minusSeconds(300);
        return new VisitorRedirected(
                service, ticket, branch.product, place, user, seconds, part(next), null, null, since, now);
    }

    private IssuedProduct part(UUID id) {
        return new IssuedProduct(id, branch.product, 0);
    }
}
