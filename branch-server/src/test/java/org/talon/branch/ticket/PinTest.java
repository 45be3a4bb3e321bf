package org.talon.branch.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;

/** A PIN stands for one open ticket, whoever looks for one at once. */
@BranchTest
class PinTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final String PIN = "000001";

    @Inject
    BranchFixture branch;

    @Inject
    TicketRepository tickets;

    @Inject
    EntityManager database;

    @Inject
    UserTransaction transaction;

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
    }

    @AfterEach
    void nothing_is_left_half_done() throws Exception {
        if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            transaction.rollback();
        }
    }

    @Test
    void who_waits_for_a_number_does_not_get_the_pin_of_whoever_is_before_him() throws Exception {
        try (var next = Executors.newSingleThreadExecutor()) {
            // Given
            transaction.begin();
            assertThat(tickets.takeNumber(TODAY, "A", List.of(PIN)).pin()).isEqualTo(PIN);
            issueWith(PIN);
            // When
            Future<String> second = next.submit(this::samePinForAnother);
            while (!somebodyWaitsForTheNumber()) {
                Thread.onSpinWait();
            }
            transaction.commit();
            // Then
            assertThat(second.get()).isNull();
        }
    }

    @Test
    void a_pin_is_free_again_once_its_ticket_is_closed() throws Exception {
        transaction.begin();
        issueWith(PIN);
        assertThat(tickets.takeNumber(TODAY, "A", List.of(PIN)).pin()).isNull();

        database.createNativeQuery("update ticket set closed_at = now()").executeUpdate();
        assertThat(tickets.takeNumber(TODAY, "A", List.of(PIN)).pin()).isEqualTo(PIN);
    }

    private @Nullable String samePinForAnother() throws Exception {
        transaction.begin();
        try {
            return tickets.takeNumber(TODAY, "A", List.of(PIN)).pin();
        } finally {
            transaction.rollback();
        }
    }

    private void issueWith(String pin) {
        database.createNativeQuery("insert into ticket (id, business_date, prefix, number, pin_code, created_at)"
                        + " values (gen_random_uuid(), :today, 'A', 1, :pin, now())")
                .setParameter("today", TODAY)
                .setParameter("pin", pin)
                .executeUpdate();
    }

    /** Within a transaction PostgreSQL shows the same activity for ever, unless it is told to look again. */
    private boolean somebodyWaitsForTheNumber() {
        database.createNativeQuery("select pg_stat_clear_snapshot() is null").getSingleResult();
        return (boolean) database.createNativeQuery("select exists (select from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'"
                        + " and query ilike '%insert into ticket_number%')")
                .getSingleResult();
    }
}
