package org.talon.central.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.federation.Received;

/** Gaps, poison, the unknown: each stays with its branch, and none stops the others. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class WhatGoesWrongTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");

    @Inject
    Receptions receptions;

    @Inject
    MeterRegistry metrics;

    private final TestBranch branch = TestBranch.in("Europe/Moscow");
    private final TestBranch neighbour = TestBranch.in("Europe/Moscow");

    @Test
    void a_gap_stops_its_branch_alone_and_heals_when_the_missing_come() {
        // Given
        EventEnvelope first = issue(branch);
        EventEnvelope lost = issue(branch);
        EventEnvelope third = issue(branch);
        // When
        TestBranch.hands(List.of(branch.received(first), branch.received(third), neighbour.received(issue(neighbour))));
        // Then
        assertThat(issued(branch)).isEqualTo(1);
        assertThat(issued(neighbour)).isEqualTo(1);
        assertThat(reception(branch).divergent()).isEqualTo("expected seq 2, got 3");
        assertThat(reception(neighbour).divergent()).isNull();
        // When
        branch.sends(lost, third);
        branch.isAlive(AT);
        // Then
        assertThat(issued(branch)).isEqualTo(3);
        assertThat(reception(branch).divergent()).isNull();
        assertThat(reception(branch).completeTo()).isEqualTo(AT);
    }

    @Test
    void while_a_gap_is_open_reading_begins_again_at_the_gap() {
        // Given
        EventEnvelope first = issue(branch);
        EventEnvelope lost = issue(branch);
        // When
        branch.sends(first, issue(branch), issue(branch));
        // Then
        assertThat(Tables.value("select kafka_offset from branch_position where branch_id = ?", branch.id))
                .isEqualTo("1");
        // When
        branch.sends(lost);
        // Then
        assertThat(Tables.value("select kafka_offset from branch_position where branch_id = ?", branch.id))
                .isEqualTo("4");
    }

    @Test
    void what_is_no_event_at_all_goes_into_quarantine_and_the_branch_flows_on() {
        // When
        branch.sends(issue(branch));
        branch.garbles("{nonsense");
        branch.sends(issue(branch));
        // Then
        assertThat(issued(branch)).isEqualTo(2);
        assertThat(reception(branch).divergent()).startsWith("1 unreadable: not an event envelope");
        assertThat(Tables.value("select encode(bytes, 'escape') from quarantine where branch_id = ?", branch.id))
                .isEqualTo("{nonsense");
    }

    @Test
    void an_event_whose_content_does_not_fit_keeps_its_place_in_quarantine() {
        // When
        branch.sends(issue(branch));
        branch.garbles(text(issue(branch)).replace("\"Number\":1", "\"Number\":\"one\""));
        branch.sends(issue(branch));
        // Then
        assertThat(issued(branch)).isEqualTo(2);
        assertThat(Tables.value("select epoch, seq from quarantine where branch_id = ?", branch.id))
                .isEqualTo("1 2");
    }

    @Test
    void what_only_the_database_refuses_goes_into_quarantine_without_its_neighbours() {
        // Given
        String noTicket = text(issue(branch)).replaceFirst("\"TicketId\":\"[^\"]*\"", "\"TicketId\":null");
        String noHour = text(issue(branch)).replaceFirst("\"BusinessHour\":\\d+", "\"BusinessHour\":25");
        String noText = text(issue(branch)).replaceFirst("\"Prefix\":\"A\"", "\"Prefix\":\"\\\\u0000\"");
        List<Received> others = Stream.generate(() -> neighbour.received(issue(neighbour)))
                .limit(5)
                .toList();
        // When
        TestBranch.hands(Stream.concat(Stream.of(noTicket, noHour, noText).map(this::received), others.stream())
                .toList());
        branch.sends(issue(branch));
        // Then
        assertThat(issued(neighbour)).isEqualTo(5);
        assertThat(issued(branch)).isEqualTo(1);
        assertThat(Tables.rows("select seq from quarantine where branch_id = ? order by seq", branch.id))
                .containsExactly("1", "2", "3");
    }

    @Test
    void a_message_in_the_name_of_another_branch_goes_into_quarantine() {
        // When
        branch.garbles(text(issue(neighbour)));
        // Then
        assertThat(issued(neighbour)).isZero();
        assertThat(reception(branch).divergent()).contains("it says that it comes from branch " + neighbour.id);
    }

    @Test
    void poison_that_is_read_twice_lies_in_quarantine_once() {
        // Given
        Received poison = new Received(branch.topic(), 0, 0, new byte[] {0, 1, 2});
        // When
        TestBranch.hands(List.of(poison));
        TestBranch.hands(List.of(poison, new Received("talon.branch.nobody.v1", 0, 0, null)));
        // Then
        assertThat(Tables.value("select count(*) from quarantine where branch_id = ?", branch.id))
                .isEqualTo("1");
    }

    @Test
    void events_of_unknown_types_are_kept_and_counted() {
        // Given
        double before = metrics.counter("talon.inbox.unknown.types").count();
        // When
        branch.sends(branch.nextOfTomorrow("home", AT), issue(branch));
        // Then
        assertThat(Tables.rows("select type from event_log where branch_id = ? order by seq", branch.id))
                .containsExactly("VisitorTeleported", "TicketIssued");
        assertThat(metrics.counter("talon.inbox.unknown.types").count()).isEqualTo(before + 1);
        assertThat(reception(branch).divergent()).isNull();
    }

    @Test
    void what_begins_an_epoch_as_none_can_begin_stops_its_branch_alone_and_lies_in_quarantine_once() {
        // Given
        branch.sends(issue(branch));
        String impossible = text(branch.beginsNewEpoch(1, AT)).replace("\"PreviousEpoch\":1", "\"PreviousEpoch\":0");
        // When: it is sent again, as it is asked for again
        branch.garbles(impossible);
        branch.garbles(impossible);
        neighbour.sends(issue(neighbour));
        // Then
        assertThat(issued(branch)).isEqualTo(1);
        assertThat(issued(neighbour)).isEqualTo(1);
        assertThat(reception(branch).divergent()).startsWith("expected seq 2");
        assertThat(Tables.rows("select epoch, seq, reason from quarantine where branch_id = ?", branch.id))
                .containsExactly("2 1 an epoch must begin with number 1 and follow a lower one");
    }

    private EventEnvelope issue(TestBranch of) {
        return of.next(of.issued(UUID.randomUUID(), UUID.randomUUID(), AT));
    }

    private String text(EventEnvelope envelope) {
        return new String(branch.bytes(envelope), StandardCharsets.UTF_8);
    }

    private Received received(String text) {
        return branch.received(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long issued(TestBranch of) {
        return Long.parseLong(Tables.value("select coalesce(sum(issued), 0) from rollup where branch_id = ?", of.id));
    }

    private Reception reception(TestBranch of) {
        return receptions.all().get(of.id);
    }
}
