package org.talon.central.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.talon.shared.federation.BranchCursor;
import org.talon.shared.federation.BranchPosition;
import org.talon.shared.federation.Inbox;
import org.talon.shared.federation.Inbox.MovedMeanwhile;
import org.talon.shared.federation.Message;
import org.talon.shared.federation.Message.Fact;
import org.talon.shared.federation.Message.Poison;
import org.talon.shared.federation.Received;
import org.talon.shared.federation.TakeIn;

/** What becomes of a batch while the database is away. */
class IntakeTest {

    private static final Message ANY = new Poison(new Received("topic", 0, 0, null), null, null, "any");

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void a_batch_is_tried_until_the_database_is_back() {
        // Given
        Intake intake = intakeWhoseDatabaseIsAwayFor(3);
        // When
        intake.take(List.of(ANY));
        // Then
        assertThat(attempts).hasValue(4);
    }

    @Test
    void a_stop_of_the_server_ends_the_waiting() {
        // Given
        Intake intake = intakeWhoseDatabaseIsAwayFor(Integer.MAX_VALUE);
        CompletableFuture<Void> taking = CompletableFuture.runAsync(() -> intake.take(List.of(ANY)));
        await().until(() -> attempts.get() > 1);
        // When
        intake.onStop(new ShutdownEvent());
        // Then
        assertThat(taking)
                .failsWithin(java.time.Duration.ofSeconds(2))
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOf(Intake.Stopped.class);
    }

    private Intake intakeWhoseDatabaseIsAwayFor(int times) {
        ApplyBatch applyBatch = new ApplyBatch(null, null, null, null, Clock.systemUTC()) {
            @Override
            Outcome apply(List<Message> messages) throws SQLException {
                if (attempts.getAndIncrement() < times) {
                    throw new SQLException("the database is away", "08006");
                }
                return nothing();
            }
        };
        return new Intake(applyBatch, new InboxMetrics(new SimpleMeterRegistry()));
    }

    private static ApplyBatch.Outcome nothing() {
        try {
            return new ApplyBatch.Outcome(new TakeIn().take(List.of(), new EmptyInbox(), Instant.EPOCH), List.of(), 0);
        } catch (MovedMeanwhile impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class EmptyInbox implements Inbox<RuntimeException> {

        @Override
        public Collection<BranchPosition> positionsOf(Set<UUID> branches) {
            return List.of();
        }

        @Override
        public List<Fact> unlikeThoseIn(List<Fact> duplicates) {
            return List.of();
        }

        @Override
        public void advance(Collection<BranchCursor> cursors, Instant now) {}

        @Override
        public void write(List<Message> taken) {}

        @Override
        public void makeAnew(UUID branchId) {}
    }
}
