package org.talon.central.network;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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

/** Head office decides which branches belong to the network. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class RegistryResourceTest {

    @Inject
    Clock clock;

    Instant now;
    TestBranch branch;

    @BeforeEach
    void a_branch_with_a_visitor_who_waits() {
        now = clock.instant();
        branch = TestBranch.known("North", now);
        branch.serves(now.minusSeconds(600), 100, 60);
        branch.tells(branch.issued(UUID.randomUUID(), UUID.randomUUID(), now));
        branch.isAlive(now);
    }

    @Test
    void a_blocked_branch_shows_by_whom_since_when_and_why_and_keeps_the_figures_it_had() {
        // When
        decide("block", "tickets are issued by a machine gone mad")
                .statusCode(200)
                .body("State", is("Blocked"));
        branch.tells(branch.issued(UUID.randomUUID(), UUID.randomUUID(), now));
        branch.isAlive(now);
        // Then
        JsonPath server = get("config/servers").extract().jsonPath();
        String mine = "find { it.Id == '" + branch.id + "' }";
        assertThat(server.getMap(mine + ".Blocked"))
                .isEqualTo(Map.of(
                        "Since", now.toString(), "By", "test", "Reason", "tickets are issued by a machine gone mad"));
        assertThat(server.getBoolean(mine + ".IsConnected")).isFalse();
        assertThat(server.getString(mine + ".Completeness.State")).isEqualTo("Blocked");
        assertThat(server.getString(mine + ".Completeness.Reason"))
                .isEqualTo("blocked since " + now + " by test: tickets are issued by a machine gone mad");
        get("queue/statistics").body(mine + ".Issued", is(2)).body(mine + ".Waiting", is(1));
        get("queue/load").body("Branches." + mine + ".LoadLevel", is("Unknown"));
        history().header("X-Completeness", branch.id.toString()).body("[0].Issued", is(2));
    }

    @Test
    void a_removed_branch_is_no_part_of_today_and_its_history_counts() {
        // Given
        int servers = get("queue/load").extract().path("Servers");
        // When
        decide("remove", "closed for good").statusCode(200).body("State", is("Removed"));
        // Then
        for (String call : List.of("config/servers", "queue/statistics")) {
            get(call).body("Id", not(hasItem(branch.id.toString())));
        }
        get("queue/load")
                .body("Branches.Id", not(hasItem(branch.id.toString())))
                .body("Servers", is(servers - 1));
        history()
                .header("X-Completeness", "exact")
                .body("[0].Issued", is(2))
                .body("[0].ServerName", is("North"))
                .body("[0].WaitSumSeconds", is(100));
        get("config/servers/registry")
                .body("find { it.Id == '" + branch.id + "' }.State", is("Removed"))
                .body("find { it.Id == '" + branch.id + "' }.Reason", is("closed for good"));
    }

    @Test
    void years_after_it_was_removed_a_branch_is_as_exact_as_when_it_last_spoke() {
        // Given
        TestBranch divergent = TestBranch.known("South", now);
        divergent.garbles("{nonsense");
        decide("remove", "closed");
        decideOn(divergent, "remove", "closed").statusCode(200);
        // When
        Analyst.movesClockTo(now.plusSeconds(3600));
        // Then
        history().header("X-Completeness", "exact");
        historyOf(divergent).header("X-Completeness", divergent.id.toString());
    }

    @Test
    void what_is_repaired_of_a_removed_branch_can_still_be_asked_for() {
        // Given
        branch.garbles("{nonsense");
        decide("remove", "closed");
        // When
        asAdmin()
                .queryParam("serverId", branch.id)
                .post("queue/quarantine/discard")
                .then()
                .statusCode(200)
                .body("Settled", is(1));
        // Then
        asAdmin().queryParam("serverId", branch.id).post("queue/rebuild").then().statusCode(200);
    }

    @Test
    void a_removed_branch_comes_back_when_it_is_restored_and_not_before() {
        // Given
        decide("remove", "closed");
        // When
        branch.tells(branch.introduction("North again", now));
        branch.isAlive(now);
        // Then
        get("config/servers").body("Id", not(hasItem(branch.id.toString())));
        // When
        decide("restore", null).statusCode(200).body("State", is("Active")).body("Reason", nullValue());
        // Then
        get("config/servers").body("find { it.Id == '" + branch.id + "' }.Name", is("North"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,      unblock, not-blocked,     the branch is Active; unblock expects one that is Blocked",
                "-,      restore, not-removed,     the branch is Active; restore expects one that is Removed",
                "block,  block,   already-blocked, the branch is Blocked; block expects one that is Active",
                "block,  restore, not-removed,     the branch is Blocked; restore expects one that is Removed",
                "remove, block,   already-removed, the branch is Removed; block expects one that is Active",
                "remove, remove,  already-removed, the branch is Removed; remove expects one that is Active or Blocked",
                "remove, unblock, not-blocked,     the branch is Removed; unblock expects one that is Blocked",
            })
    void what_cannot_be_decided_where_a_branch_stands_is_refused(
            String before, String move, String code, String detail) {
        // Given
        if (before != null) {
            decide(before, "first").statusCode(200);
        }
        // Then
        decide(move, "second").statusCode(409).body("Code", is(code)).body("detail", is(detail));
    }

    @Test
    void a_blocked_branch_can_be_removed_and_is_active_once_restored() {
        decide("block", "first").statusCode(200);
        decide("remove", "second").statusCode(200).body("State", is("Removed"));
        decide("restore", "third").statusCode(200).body("State", is("Active"));
        get("config/servers").body("find { it.Id == '" + branch.id + "' }.Blocked", nullValue());
    }

    @Test
    void who_holds_a_branch_back_says_which_and_why() {
        for (String move : List.of("block", "remove")) {
            decide(move, null).statusCode(400).body("Errors[0].Field", is("reason"));
            decide(move, "x".repeat(501)).statusCode(400).body("detail", containsString("at most 500 characters"));
            decide(move, "a\0b").statusCode(400).body("Errors[0].Field", is("reason"));
        }
        for (String move : List.of("block", "unblock", "remove", "restore")) {
            String call = "config/servers/registry/" + move;
            asAdmin()
                    .queryParam("reason", "why")
                    .post(call)
                    .then()
                    .statusCode(400)
                    .body("Errors[0].Field", is("serverId"));
            asAdmin()
                    .queryParam("reason", "why")
                    .queryParam("serverId", branch.id, TestBranch.known("South", now).id)
                    .post(call)
                    .then()
                    .statusCode(400)
                    .body("detail", is("serverId: expected the id of one server"));
            asAdmin()
                    .queryParam("reason", "why")
                    .queryParam("serverId", UUID.randomUUID())
                    .post(call)
                    .then()
                    .statusCode(404)
                    .body("Code", is("unknown-server"));
            given().header("Authorization", Analyst.token()).post(call).then().statusCode(403);
            given().post(call).then().statusCode(401);
        }
    }

    @Test
    void the_registry_can_be_had_as_csv_and_a_branch_nobody_decided_on_is_active() {
        given().header("Authorization", Analyst.token())
                .accept("text/csv")
                .get("config/servers/registry")
                .then()
                .statusCode(200)
                .body(startsWith("Id,Name,State,Since,By,Reason,LastSeen"))
                .body(containsString(branch.id + ",North,Active,,,," + now));
    }

    private ValidatableResponse decide(String move, String reason) {
        return decideOn(branch, move, reason);
    }

    private static ValidatableResponse decideOn(TestBranch on, String move, String reason) {
        RequestSpecification call = asAdmin().formParam("serverId", on.id.toString());
        if (reason != null) {
            call.formParam("reason", reason);
        }
        return call.post("config/servers/registry/" + move).then();
    }

    private ValidatableResponse history() {
        return historyOf(branch);
    }

    private ValidatableResponse historyOf(TestBranch of) {
        return given().header("Authorization", Analyst.token())
                .queryParam("startDate", of.dateOf(now).toString())
                .queryParam("endDate", of.dateOf(now).toString())
                .queryParam("groupBy", "server")
                .queryParam("serverId", of.id)
                .get("queue/statistics/history")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification asAdmin() {
        return given().header("Authorization", Analyst.tokenOf("ADMIN"));
    }

    private static ValidatableResponse get(String path) {
        return given().header("Authorization", Analyst.token()).get(path).then().statusCode(200);
    }
}
