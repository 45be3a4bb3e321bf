package org.talon.central.network;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.talon.central.identity.Analyst;
import org.talon.central.inbox.TestBranch;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.EventCodec;

@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class ServerResourceTest {

    @Inject
    Clock clock;

    @Test
    void a_server_has_exactly_these_keys() {
        // Given
        Instant now = clock.instant();
        TestBranch branch = TestBranch.known("North", now);
        branch.isAlive(now);
        // When
        Map<String, Object> server = servers().getMap("find { it.Id == '" + branch.id + "' }");
        // Then
        assertThat(server.keySet())
                .containsExactly(
                        "Id",
                        "Name",
                        "IsConnected",
                        "WrongProtocol",
                        "OrganizationName",
                        "OrganizationFullName",
                        "OrganizationAddress",
                        "OrganizationPhone",
                        "OrganizationFax",
                        "OrganizationEmail",
                        "IntegrationId",
                        "TimeZone",
                        "ProtocolVersion",
                        "LastSeen",
                        "Completeness",
                        "Blocked",
                        "ClockSkewSeconds");
        assertThat(server)
                .containsEntry("Name", "North")
                .containsEntry("IsConnected", true)
                .containsEntry("WrongProtocol", false)
                .containsEntry("OrganizationName", "Bank")
                .containsEntry("OrganizationFax", null)
                .containsEntry("TimeZone", "Europe/Moscow")
                .containsEntry("ProtocolVersion", EventCodec.PROTOCOL)
                .containsEntry("LastSeen", now.toString())
                .containsEntry("Blocked", null)
                .containsEntry("ClockSkewSeconds", null);
        assertThat(server.get("Completeness")).isEqualTo(state("Exact", now, null));
    }

    @Test
    void a_branch_that_has_told_of_more_than_came_is_behind() {
        // Given
        Instant now = clock.instant();
        TestBranch branch = TestBranch.known("Late", now);
        branch.next(branch.introduction("never arrives", now));
        // When
        branch.isAlive(now);
        // Then
        assertThat(servers().getMap("find { it.Id == '" + branch.id + "' }.Completeness"))
                .isEqualTo(state("Behind", null, "the branch is at seq 2, taken in up to 1"));
    }

    @Test
    void a_branch_that_says_nothing_for_longer_than_the_limit_is_silent() {
        // Given
        Instant before = clock.instant();
        TestBranch branch = TestBranch.known("Quiet", before);
        branch.isAlive(before);
        // When
        Analyst.movesClockTo(before.plusSeconds(90));
        // Then
        assertThat(servers().getBoolean("find { it.Id == '" + branch.id + "' }.IsConnected"))
                .isTrue();
        // When
        Analyst.movesClockTo(before.plusSeconds(91));
        // Then
        JsonPath servers = servers();
        assertThat(servers.getBoolean("find { it.Id == '" + branch.id + "' }.IsConnected"))
                .isFalse();
        assertThat(servers.getMap("find { it.Id == '" + branch.id + "' }.Completeness"))
                .isEqualTo(state("Silent", before, "not heard of since " + before));
        // When
        branch.isAlive(before.plusSeconds(91));
        // Then
        assertThat(servers().getString("find { it.Id == '" + branch.id + "' }.Completeness.State"))
                .isEqualTo("Exact");
    }

    @Test
    void another_minor_version_is_understood_and_another_major_is_not() {
        // Given
        TestBranch newer = TestBranch.in("Europe/Moscow");
        TestBranch foreign = TestBranch.in("Europe/Moscow");
        // When
        newer.tells(newer.introduction("Newer", "1.9", clock.instant()));
        foreign.tells(foreign.introduction("Foreign", "2.0", clock.instant()));
        // Then
        assertThat(servers().getBoolean("find { it.Id == '" + newer.id + "' }.WrongProtocol"))
                .isFalse();
        assertThat(servers().getBoolean("find { it.Id == '" + foreign.id + "' }.WrongProtocol"))
                .isTrue();
    }

    @Test
    void the_list_can_be_had_as_csv() {
        given().header("Authorization", Analyst.token())
                .accept("text/csv")
                .get("config/servers")
                .then()
                .statusCode(200)
                .contentType(is("text/csv;charset=UTF-8"))
                .body(startsWith("Id,Name,IsConnected,WrongProtocol,OrganizationName"));
    }

    private static JsonPath servers() {
        return given().header("Authorization", Analyst.token())
                .get("config/servers")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> state(String state, Instant completeTo, String reason) {
        Map<String, Object> expected = new java.util.HashMap<>();
        expected.put("State", state);
        expected.put("CompleteTo", completeTo == null ? null : completeTo.toString());
        expected.put("Reason", reason);
        return expected;
    }
}
