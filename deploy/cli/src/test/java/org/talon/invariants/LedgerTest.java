package org.talon.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talon.invariants.HallDatabase.Happened;

/** What breaks an invariant is found: a check that finds nothing must be one that could. */
class LedgerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final List<Happened> events = new ArrayList<>();

    private void issued(String part, int second) {
        ObjectNode ticket = JSON.createObjectNode().put("TicketId", "t-" + part).put("At", at(second));
        ticket.putArray("Products")
                .addObject()
                .put("TicketProductId", part)
                .put("ProductId", "A")
                .put("Priority", 0);
        events.add(new Happened("TicketIssued", ticket));
    }

    private void happens(String type, String part, String desk, int second) {
        events.add(new Happened(
                type,
                JSON.createObjectNode()
                        .put("TicketId", "t-" + part)
                        .put("TicketProductId", part)
                        .put("WorkPlaceId", desk)
                        .put("At", at(second))));
    }

    private static String at(int second) {
        return Instant.parse("2026-11-23T09:00:00Z").plusSeconds(second).toString();
    }

    private Places walked() {
        Places places = new Places();
        events.forEach(places::take);
        return places;
    }

    @Test
    void a_visitor_at_two_desks_is_found() {
        happens("VisitorInvited", "1", "x", 10);
        happens("VisitorInvited", "1", "y", 11);

        assertThat(walked().visitorsAtTwoDesks()).isEqualTo(1);
    }

    @Test
    void a_desk_with_two_visitors_is_found() {
        happens("VisitorInvited", "1", "x", 10);
        happens("VisitorInvited", "2", "x", 11);

        assertThat(walked().desksWithTwoVisitors()).isEqualTo(1);
    }

    @Test
    void an_end_without_a_call_is_found_and_a_second_call_of_the_same_is_none() {
        happens("VisitorInvited", "1", "x", 10);
        happens("VisitorInvited", "1", "x", 11);
        happens("ServiceCompleted", "1", "x", 12);
        happens("ServiceCompleted", "1", "x", 13);

        assertThat(walked().recalls()).isEqualTo(1);
        assertThat(walked().impossible()).isEqualTo(1);
        assertThat(walked().visitorsAtTwoDesks()).isZero();
    }

    @Test
    void who_is_called_by_a_desk_that_had_passed_him_over_was_called_out_of_order() {
        issued("1", 0);
        issued("2", 1);
        happens("VisitorInvited", "2", "x", 10);
        happens("VisitorInvited", "1", "x", 11);

        assertThat(CallOrder.of(events, List.of())).isEqualTo(new CallOrder(2, 2, 1));
    }

    @Test
    void who_is_called_a_moment_later_by_the_desk_that_had_its_hand_on_him_was_not() {
        issued("1", 0);
        issued("2", 1);
        happens("VisitorInvited", "2", "x", 10);
        happens("VisitorInvited", "1", "y", 10);

        assertThat(CallOrder.of(events, List.of()).outOfOrder()).isZero();
    }

    @Test
    void what_a_killed_process_let_go_of_does_not_count() {
        issued("1", 0);
        issued("2", 1);
        happens("VisitorInvited", "2", "x", 10);
        happens("VisitorInvited", "1", "x", 60);

        assertThat(CallOrder.of(events, List.of(Instant.parse(at(11)))).outOfOrder())
                .isZero();
    }
}
