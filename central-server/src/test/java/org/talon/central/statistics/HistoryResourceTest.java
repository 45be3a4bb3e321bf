package org.talon.central.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
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

@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class HistoryResourceTest {

    @Inject
    Clock clock;

    private TestBranch north;
    private TestBranch south;

    @BeforeEach
    void two_branches_with_two_days() {
        north = TestBranch.known("North", clock.instant());
        south = TestBranch.known("South", clock.instant());
        north.serves(Instant.parse("2026-10-01T06:00:00Z"), 100, 60);
        north.serves(Instant.parse("2026-10-01T08:00:00Z"), 300, 120);
        north.serves(Instant.parse("2026-10-02T06:00:00Z"), 1000, 30);
        south.serves(Instant.parse("2026-10-01T06:00:00Z"), 500, 90);
        north.isAlive(clock.instant());
        south.isAlive(clock.instant());
    }

    @Test
    void it_is_by_day_where_nothing_else_is_asked_for() {
        history("01.10.2026", "2026-10-02")
                .statusCode(200)
                .body("Date", is(List.of("2026-10-01", "2026-10-02")))
                .body("Issued", is(List.of(3, 1)))
                .body("WaitSumSeconds", is(List.of(900, 1000)))
                .body("MaxWaitSeconds", is(List.of(500, 1000)))
                .body("WithinTarget", is(List.of(3, 0)))
                .body("ServiceSumSeconds", is(List.of(270, 30)))
                .body("[0].Hour", nullValue())
                .body("[0].ServerId", nullValue())
                .body("[0].Waiting", nullValue())
                .header("X-Completeness", is("exact"));
    }

    @Test
    void percentiles_come_from_all_waits_together() {
        history("2026-10-01", "2026-10-01").body("[0].P50WaitSeconds", is(300)).body("[0].P90WaitSeconds", is(500));
    }

    @Test
    void every_group_has_its_name() {
        history("2026-10-02", "2026-10-02", "groupBy", "day,hour", "groupBy", "server,product,user,WORKPLACE")
                .statusCode(200)
                .body("size()", is(2))
                .body("find { it.Issued == 1 }.UserId", nullValue())
                .body("find { it.Completed == 1 }.Date", is("2026-10-02"))
                .body("find { it.Completed == 1 }.Hour", is(9))
                .body("find { it.Completed == 1 }.ServerId", is(north.id.toString()))
                .body("find { it.Completed == 1 }.ServerName", is("North"))
                .body("find { it.Completed == 1 }.ProductId", is(north.product.toString()))
                .body("find { it.Completed == 1 }.ProductName", is("Loans"))
                .body("find { it.Completed == 1 }.UserName", is("Anna"))
                .body("find { it.Completed == 1 }.WorkPlaceId", is(north.workPlace.toString()));
    }

    @Test
    void it_can_be_asked_of_some_servers_alone() {
        asking("2026-10-01", "2026-10-02", "groupBy", "server")
                .queryParam("serverId", south.id.toString().toUpperCase(java.util.Locale.ROOT))
                .get("queue/statistics/history")
                .then()
                .statusCode(200)
                .body("ServerName", is(List.of("South")))
                .body("Issued", is(List.of(1)));
    }

    @Test
    void it_says_which_branches_are_not_exact() {
        // When
        south.garbles("nonsense");
        // Then
        history("2026-10-01", "2026-10-01").header("X-Completeness", is(south.id.toString()));
    }

    @Test
    void it_can_be_had_as_csv_with_the_header_even_where_there_is_nothing() {
        String header =
                "Date,Hour,ServerId,ServerName,ProductId,ProductName,UserId,UserName,WorkPlaceId,Issued,Booked,";
        String csv = asking("2026-10-01", "2026-10-02")
                .queryParam("serverId", north.id + "," + south.id)
                .accept("text/csv")
                .get("queue/statistics/history")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("X-Completeness", is("exact"))
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).startsWith(header).contains("\n2026-10-02,,,,,,,,,1,");
        asking("1999-01-01", "1999-01-01")
                .accept("text/csv")
                .get("queue/statistics/history")
                .then()
                .body(startsWith(header));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-02, 2026-10-01, day, endDate",
        "2026-10-01, , day, endDate",
        "30.02.2026, 2026-10-01, day, startDate",
        "2026-10-01, 2026-10-01, moon, groupBy",
    })
    void a_parameter_that_does_not_fit_is_named(String start, String end, String groupBy, String field) {
        asking(start, end == null ? "" : end, "groupBy", groupBy)
                .get("queue/statistics/history")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("Code", is("bad-parameter"), "Errors[0].Field", is(field));
    }

    @Test
    void an_unknown_server_is_not_found() {
        asking("2026-10-01", "2026-10-01", "serverId", UUID.randomUUID())
                .get("queue/statistics/history")
                .then()
                .statusCode(404)
                .body("Code", is("unknown-server"));
        asking("2026-10-01", "2026-10-01", "serverId", "one")
                .get("queue/statistics/history")
                .then()
                .statusCode(400)
                .body("detail", containsString("expected a GUID"));
    }

    /** Of this test's branches. */
    private ValidatableResponse history(String start, String end, Object... more) {
        return asking(start, end, more)
                .queryParam("serverId", north.id)
                .queryParam("serverId", south.id)
                .get("queue/statistics/history")
                .then();
    }

    private RequestSpecification asking(String start, String end, Object... more) {
        RequestSpecification asking = given().header("Authorization", Analyst.token())
                .queryParams(Map.of("startDate", start, "endDate", end));
        for (int i = 0; i < more.length; i += 2) {
            asking.queryParam(more[i].toString(), more[i + 1]);
        }
        return asking;
    }
}
