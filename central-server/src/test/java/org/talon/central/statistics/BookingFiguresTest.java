package org.talon.central.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.central.identity.Analyst;
import org.talon.central.inbox.TestBranch;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.BookingConfirmed;
import org.talon.shared.event.PriorityChanged;
import org.talon.shared.event.ProductAdded;
import org.talon.shared.event.ProductExpired;
import org.talon.shared.event.ProductQueued;
import org.talon.shared.event.RoutePlanned;
import org.talon.shared.event.ServiceStarted;
import org.talon.shared.event.TicketBooked;
import org.talon.shared.event.TicketIssued.IssuedProduct;

/** What bookings, routes and added services change in the figures of the network. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class BookingFiguresTest {

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
    void a_booking_counts_as_issued_and_waits_when_its_visitor_has_come() {
        // When
        branch.tells(booked(now.plusSeconds(3600)), new BookingConfirmed(ticket, now));
        // Then
        assertThat(Shown.today(branch))
                .containsEntry("Issued", 1)
                .containsEntry("Booked", 1)
                .containsEntry("Waiting", 0);
        // When
        branch.tells(queuedSince(now));
        // Then
        assertThat(Shown.today(branch))
                .containsEntry("Issued", 1)
                .containsEntry("Booked", 0)
                .containsEntry("Waiting", 1);
    }

    @Test
    void who_came_before_his_booked_time_has_not_waited_yet() {
        // Given
        branch.tells(booked(now.plusSeconds(60)));
        // When
        branch.tells(queuedSince(now.plusSeconds(60)));
        // Then
        assertThat(Shown.today(branch)).containsEntry("Waiting", 1).containsEntry("LongestCurrentWaitSeconds", 0);
        // When
        Analyst.movesClockTo(now.plusSeconds(75));
        // Then
        assertThat(Shown.today(branch)).containsEntry("LongestCurrentWaitSeconds", 15);
    }

    @Test
    void who_never_came_is_booked_no_more() {
        // Given
        branch.tells(booked(now));
        // When
        branch.tells(new ProductExpired(service, ticket, branch.product, now));
        // Then
        assertThat(Shown.today(branch))
                .containsEntry("Booked", 0)
                .containsEntry("Expired", 1)
                .containsEntry("Issued", 1)
                .containsEntry("Cancelled", 0);
    }

    @Test
    void a_cancelled_booking_is_booked_no_more() {
        // Given
        branch.tells(booked(now));
        // When
        branch.tells(branch.cancelled(ticket, service, now));
        // Then
        assertThat(Shown.today(branch)).containsEntry("Booked", 0).containsEntry("Cancelled", 1);
    }

    @Test
    void a_booking_of_another_priority_stays_a_booking() {
        // Given
        branch.tells(booked(now));
        // When
        branch.tells(new PriorityChanged(service, ticket, branch.product, 100, now));
        // Then
        assertThat(Shown.today(branch)).containsEntry("Booked", 1).containsEntry("Waiting", 0);
    }

    @Test
    void the_steps_of_a_route_are_issued_together_and_wait_one_after_the_other() {
        // When
        branch.tells(
                branch.issued(ticket, service, now),
                new RoutePlanned(ticket, UUID.randomUUID(), List.of(part(next), part(UUID.randomUUID())), now));
        // Then
        assertThat(Shown.today(branch))
                .containsEntry("Issued", 3)
                .containsEntry("Waiting", 1)
                .containsEntry("Booked", 2);
        // When
        branch.tells(branch.completed(ticket, service, 60, now));
        branch.tells(new ProductQueued(next, ticket, branch.product, now, now));
        // Then
        assertThat(Shown.today(branch))
                .containsEntry("Issued", 3)
                .containsEntry("Completed", 1)
                .containsEntry("Waiting", 1)
                .containsEntry("Booked", 1);
    }

    @Test
    void an_added_service_is_issued_and_waits() {
        // Given
        branch.tells(branch.issued(ticket, service, now.minusSeconds(100)), started());
        // When
        branch.tells(new ProductAdded(next, ticket, branch.product, 5, now.minusSeconds(20)));
        // Then
        assertThat(Shown.today(branch))
                .containsEntry("Issued", 2)
                .containsEntry("Operating", 1)
                .containsEntry("Waiting", 1)
                .containsEntry("LongestCurrentWaitSeconds", 20);
    }

    private TicketBooked booked(Instant time) {
        return new TicketBooked(ticket, "A", 1, List.of(part(service)), time, false, now);
    }

    private ProductQueued queuedSince(Instant since) {
        return new ProductQueued(service, ticket, branch.product, since, now);
    }

    private ServiceStarted started() {
        return new ServiceStarted(service, ticket, branch.product, branch.workPlace, branch.user, now);
    }

    private IssuedProduct part(UUID id) {
        return new IssuedProduct(id, branch.product, 0);
    }
}
