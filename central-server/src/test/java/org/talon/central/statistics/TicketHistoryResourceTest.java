package org.talon.central.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talon.central.identity.Analyst;
import org.talon.central.inbox.TestBranch;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.TicketBooked;
import org.talon.shared.event.TicketIssued;
import org.talon.shared.event.VisitorInvited;

/** What the figures are made of, ticket by ticket. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class TicketHistoryResourceTest {

    private static final Instant FIRST = Instant.parse("2026-10-01T06:00:00Z");

    @Inject
    Clock clock;

    private TestBranch north;
    private TestBranch south;

    @BeforeEach
    void two_branches_with_two_days() {
        north = TestBranch.known("North", clock.instant());
        south = TestBranch.known("South", clock.instant());
        north.serves(FIRST, 100, 60);
        south.serves(FIRST.plusSeconds(60), 500, 90);
        north.serves(FIRST.plusSeconds(120), 300, 120);
        north.serves(FIRST.plusSeconds(24 * 3600), 1000, 30);
        north.isAlive(clock.instant());
        south.isAlive(clock.instant());
    }

    private static Response list(Object... parameters) {
        var asking = given().header("Authorization", Analyst.token());
        for (int i = 0; i < parameters.length; i += 2) {
            asking.queryParam(parameters[i].toString(), parameters[i + 1]);
        }
        return asking.get("tickets/history/list");
    }

    @Test
    void a_ticket_is_shown_with_all_that_its_branch_told_of_it() {
        list("serverId", north.id, "startDate", "01.10.2026", "endDate", "2026-10-01", "limit", 1)
                .then()
                .statusCode(200)
                .header("X-Completeness", is("exact"))
                .body("[0].ServerId", is(north.id.toString()))
                .body("[0].FullNumber", is("A001"))
                .body("[0].PinCode", nullValue())
                .body("[0].Created", is("2026-10-01T06:00:00Z"))
                .body("[0].StateName", is("Closed"))
                .body("[0].State", is(4))
                .body("[0].Products[0].Name", is("Loans"))
                .body("[0].Products[0].StateName", is("Completed"))
                .body("[0].Products[0].State", is(4))
                .body("[0].Products[0].IsPending", is(false))
                .body("[0].Products[0].Ticket.FullNumber", is("A001"))
                .body("[0].Products[0].InQueueStartTime", is("2026-10-01T06:00:00Z"))
                .body("[0].Products[0].InvitedStartTime", is("2026-10-01T06:01:40Z"))
                .body("[0].Products[0].CompletedEndTime", is("2026-10-01T06:02:40Z"))
                .body("[0].Products[0].WorkPlace.Name", is("Window 1"))
                .body("[0].Products[0].User.Name", is("Anna"));
    }

    @Test
    void tickets_of_several_branches_come_in_order_of_issue_page_by_page() {
        List<String> created = new ArrayList<>();
        String after = null;
        do {
            Response page = list(
                    "serverId",
                    north.id + "," + south.id,
                    "startDate",
                    "2026-10-01",
                    "endDate",
                    "2026-10-02",
                    "limit",
                    2,
                    "after",
                    after == null ? "" : after);
            created.addAll(page.jsonPath().getList("Created"));
            after = page.header("X-Next");
        } while (after != null);
        assertThat(created)
                .containsExactly(
                        "2026-10-01T06:00:00Z", "2026-10-01T06:01:00Z", "2026-10-01T06:02:00Z", "2026-10-02T06:00:00Z");
    }

    @Test
    void the_figures_of_the_period_are_the_sums_over_the_list() {
        JsonPath tickets = list("serverId", north.id, "startDate", "2026-10-01", "endDate", "2026-10-02")
                .jsonPath();
        Map<String, Object> figures = given().header("Authorization", Analyst.token())
                .queryParams(Map.of(
                        "serverId", north.id, "startDate", "2026-10-01", "endDate", "2026-10-02", "groupBy", "server"))
                .get("queue/statistics/history")
                .jsonPath()
                .getMap("[0]");
        assertThat(figures)
                .containsEntry("Issued", tickets.getList("Products.flatten()").size())
                .containsEntry("WaitSumSeconds", seconds(tickets, "InQueueStartTime", "InvitedStartTime"))
                .containsEntry("ServiceSumSeconds", seconds(tickets, "OperatingStartTime", "CompletedEndTime"));
    }

    private static int seconds(JsonPath tickets, String from, String until) {
        List<String> begins = tickets.getList("Products.flatten()." + from);
        List<String> ends = tickets.getList("Products.flatten()." + until);
        long sum = 0;
        for (int i = 0; i < begins.size(); i++) {
            sum += Duration.between(Instant.parse(begins.get(i)), Instant.parse(ends.get(i)))
                    .toSeconds();
        }
        return (int) sum;
    }

    @Test
    void one_who_booked_is_pending_and_one_who_waits_in_queue() {
        UUID ticket = UUID.randomUUID();
        Instant at = Instant.parse("2026-10-03T06:00:00Z");
        south.tells(
                south.issued(UUID.randomUUID(), UUID.randomUUID(), at),
                new TicketBooked(
                        ticket,
                        "B",
                        7,
                        List.of(new TicketIssued.IssuedProduct(UUID.randomUUID(), south.product, 0)),
                        at.plusSeconds(3600),
                        true,
                        at.plusSeconds(1)));
        list("serverId", south.id, "startDate", "2026-10-03", "endDate", "2026-10-03")
                .then()
                .body("StateName", contains("InQueue", "Booked"))
                .body("[1].FullNumber", is("B007"))
                .body("[1].Products[0].IsPending", is(true))
                .body("[1].Products[0].StartTime", is("2026-10-03T07:00:00Z"));
    }

    @Test
    void a_branch_that_is_not_exact_is_named_and_a_day_begins_with_its_own_midnight() {
        // When
        south.garbles("nonsense");
        // Then
        list("serverId", south.id, "startDate", "2026-10-01", "endDate", "2026-10-01")
                .then()
                .header("X-Completeness", is(south.id.toString()));
        // Given
        south.serves(Instant.parse("2026-10-04T20:59:59Z"), 1, 1);
        south.serves(Instant.parse("2026-10-04T21:00:00Z"), 1, 1);
        // Then
        list("serverId", south.id, "startDate", "2026-10-05", "endDate", "2026-10-05")
                .then()
                .body("Created", contains("2026-10-04T21:00:00Z"));
    }

    @Test
    void the_first_and_the_last_day_that_can_be_named_are_days_too() {
        list("serverId", north.id, "startDate", "01.01.0001", "endDate", "31.12.9999", "limit", 2)
                .then()
                .statusCode(200)
                .body("Created", contains("2026-10-01T06:00:00Z", "2026-10-01T06:02:00Z"));
    }

    @Test
    void who_is_called_again_has_waited_until_the_first_call() {
        // Given
        UUID ticket = UUID.randomUUID();
        UUID service = UUID.randomUUID();
        Instant called = Instant.parse("2026-10-06T06:05:00Z");
        north.tells(
                north.issued(ticket, service, called.minusSeconds(300)), north.invited(ticket, service, 300, called));
        // When
        north.tells(new VisitorInvited(
                service, ticket, north.product, north.workPlace, north.user, 2, null, null, called.plusSeconds(40)));
        // Then
        list("serverId", north.id, "startDate", "2026-10-06", "endDate", "2026-10-06")
                .then()
                .body("[0].StateName", is("Invited"))
                .body("[0].Products[0].InvitedStartTime", is("2026-10-06T06:05:00Z"));
    }

    @Test
    void it_can_be_had_as_csv() {
        String csv = given().header("Authorization", Analyst.token())
                .accept("text/csv")
                .get("tickets/history/list?startDate=2026-10-01&endDate=2026-10-01&serverId=" + north.id)
                .then()
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).startsWith("Id,ServerId,Created,PinCode,Prefix,Number,FullNumber,State,StateName,Products");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2026-10-01, 2026-10-01, 1, '', serverId",
        "NORTH, '', 2026-10-01, 1, '', startDate",
        "NORTH, 2026-10-02, 2026-10-01, 1, '', endDate",
        "NORTH, 2026-10-01, 2026-10-01, 0, '', limit",
        "NORTH, 2026-10-01, 2026-10-01, 10001, '', limit",
        "NORTH, 2026-10-01, 2026-10-01, 1, 4b1d6c1e-0000-4000-8000-000000000000, after",
        "NORTH, 2026-10-01, 2026-10-01, 1, last, after"
    })
    void a_parameter_that_does_not_fit_is_named(
            String server, String start, String end, String limit, String after, String field) {
        String serverId = server.replace("NORTH", north.id.toString());
        list("serverId", serverId, "startDate", start, "endDate", end, "limit", limit, "after", after)
                .then()
                .statusCode(400)
                .body("Code", is("bad-parameter"))
                .body("Errors[0].Field", is(field));
    }

    @Test
    void an_unknown_server_is_not_found_and_nobody_asks_without_the_role() {
        list("serverId", UUID.randomUUID(), "startDate", "2026-10-01", "endDate", "2026-10-01")
                .then()
                .statusCode(404)
                .body("Code", is("unknown-server"));
        given().get("tickets/history/list").then().statusCode(401);
        given().header("Authorization", Analyst.tokenOf("DASHBOARD"))
                .get("tickets/history/list")
                .then()
                .statusCode(403);
    }
}
