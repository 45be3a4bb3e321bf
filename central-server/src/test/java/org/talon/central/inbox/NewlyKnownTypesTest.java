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

/** What an older version kept unread is applied by the one that can read it, without being told to. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class NewlyKnownTypesTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    NewlyKnownTypes newlyKnown;

    @Inject
    Rebuilds rebuilds;

    private final TestBranch branch = TestBranch.known("Newer", AT);

    @Test
    void events_that_can_be_read_by_now_count_in_their_place_and_are_looked_at_once() throws Exception {
        // Given: a branch that is newer than the centre
        branch.serves(AT, 60, 300);
        branch.sends(ofTypeOfTomorrow(), ofTypeOfTomorrow());
        assertThat(figures()).isEqualTo("1 60");
        assertThat(unread()).isEqualTo("1");
        // When
        centreIsRenewed();
        newlyKnown.look();
        // Then
        await().atMost(PATIENCE).until(() -> unread().equals("0"));
        assertThat(figures()).isEqualTo("3 60");
        assertThat(rebuildsDone()).isEqualTo("1");
        // When
        Tables.execute("update rebuild set asked_at = '2000-01-01Z' where branch_id = ?", branch.id);
        newlyKnown.orderRebuilds();
        // Then
        assertThat(Tables.value(
                        "select extract(year from asked_at at time zone 'UTC') from rebuild where branch_id = ?",
                        branch.id))
                .isEqualTo("2000");
    }

    @Test
    void what_nobody_knows_yet_orders_nothing_however_often_it_is_looked_at() throws Exception {
        // When
        branch.sends(ofTypeOfTomorrow());
        newlyKnown.orderRebuilds();
        // Then
        assertThat(rebuildsOrdered()).isEqualTo("0");
        assertThat(unread()).isEqualTo("1");
    }

    @Test
    void what_is_known_by_now_but_does_not_fit_orders_one_rebuild_and_stays_unread() throws Exception {
        // Given
        branch.sends(branch.nextOfTomorrow("home", AT));
        centreIsRenewed();
        // When
        newlyKnown.orderRebuilds();
        await().atMost(PATIENCE).until(() -> rebuildsDone().equals("1"));
        Tables.execute("update rebuild set asked_at = '2000-01-01Z' where branch_id = ?", branch.id);
        newlyKnown.orderRebuilds();
        // Then
        assertThat(unread()).isEqualTo("0");
        assertThat(rebuildsDone()).isEqualTo("1");
    }

    @Test
    void a_rebuild_leaves_unread_what_it_does_not_know_either() throws Exception {
        // Given
        branch.sends(ofTypeOfTomorrow());
        // When
        rebuilds.ask(java.util.List.of(branch.id));
        await().atMost(PATIENCE).until(() -> rebuildsDone().equals("1"));
        // Then
        assertThat(unread()).isEqualTo("1");
        assertThat(Tables.value("select before = after from rebuild where branch_id = ?", branch.id))
                .isEqualTo("t");
    }

    /** What it says of a visitor cannot be read yet. */
    private EventEnvelope ofTypeOfTomorrow() {
        EventEnvelope ticket = branch.next(branch.issued(UUID.randomUUID(), UUID.randomUUID(), AT));
        return new EventEnvelope(
                ticket.branchId(),
                ticket.epoch(),
                ticket.seq(),
                ticket.eventId(),
                "VisitorTeleported",
                ticket.version(),
                ticket.occurredAt(),
                ticket.businessDate(),
                ticket.businessHour(),
                ticket.data());
    }

    /** In its tables stands then what a version leaves behind that does not know today's type. */
    private void centreIsRenewed() {
        for (String table : new String[] {"event_log", "unread_type"}) {
            Tables.execute(
                    "update " + table + " set type = 'TicketIssued' where branch_id = ? and type = 'VisitorTeleported'",
                    branch.id);
        }
    }

    private String unread() {
        return Tables.value("select count(*) from unread_type where branch_id = ?", branch.id);
    }

    private String rebuildsDone() {
        return Tables.value("select count(done_at) from rebuild where branch_id = ?", branch.id);
    }

    private String rebuildsOrdered() {
        return Tables.value("select count(*) from rebuild where branch_id = ?", branch.id);
    }

    private String figures() {
        return Tables.value("select sum(issued), sum(wait_sum_seconds) from rollup where branch_id = ?", branch.id);
    }
}
