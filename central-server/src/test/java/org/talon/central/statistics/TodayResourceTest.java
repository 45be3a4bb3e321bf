package org.talon.central.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.talon.central.identity.Analyst;
import org.talon.central.inbox.TestBranch;
import org.talon.local.testing.TalonTestBackend;

@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class TodayResourceTest {

    @Inject
    Clock clock;

    @Test
    void a_branch_has_a_row_with_its_figures_of_today_and_of_this_moment() {
        // Given
        Instant now = clock.instant();
        TestBranch branch = TestBranch.known("Today", now);
        branch.opensWorkPlace(now);
        branch.serves(now.minusSeconds(600), 100, 60);
        branch.serves(now.minusSeconds(24 * 3600), 700, 60);
        branch.tells(branch.issued(UUID.randomUUID(), UUID.randomUUID(), now.minusSeconds(42)));
        branch.isAlive(now);
        // When
        Map<String, Object> row = get("queue/statistics").getMap("find { it.Id == '" + branch.id + "' }");
        // Then
        assertThat(row)
                .containsEntry("Name", "Today")
                .containsEntry("AsOf", now.toString())
                .containsEntry("OpenWorkPlaces", 1)
                .containsEntry("Issued", 2)
                .containsEntry("Waiting", 1)
                .containsEntry("Operating", 0)
                .containsEntry("Completed", 1)
                .containsEntry("WaitSumSeconds", 100)
                .containsEntry("ServiceSumSeconds", 60)
                .containsEntry("LongestCurrentWaitSeconds", 42);
    }

    @Test
    void today_is_each_branchs_own() {
        // Given
        Instant now = clock.instant();
        TestBranch tokyo = TestBranch.in("Asia/Tokyo");
        TestBranch hawaii = TestBranch.in("Pacific/Honolulu");
        Instant noonInTokyo = now.atZone(java.time.ZoneId.of("Asia/Tokyo"))
                .toLocalDate()
                .atStartOfDay(java.time.ZoneId.of("Asia/Tokyo"))
                .toInstant();
        // When
        for (TestBranch branch : List.of(tokyo, hawaii)) {
            branch.tells(branch.introduction("Zone", now));
            branch.tells(branch.issued(UUID.randomUUID(), UUID.randomUUID(), noonInTokyo));
            branch.tells(branch.issued(UUID.randomUUID(), UUID.randomUUID(), now));
        }
        // Then
        JsonPath rows = get("queue/statistics");
        assertThat(rows.getInt("find { it.Id == '" + tokyo.id + "' }.Issued")).isEqualTo(2);
        assertThat(rows.getInt("find { it.Id == '" + hawaii.id + "' }.Issued"))
                .isEqualTo(sameDayInHawaii(noonInTokyo, now) ? 2 : 1);
    }

    private static boolean sameDayInHawaii(Instant one, Instant other) {
        java.time.ZoneId hawaii = java.time.ZoneId.of("Pacific/Honolulu");
        return one.atZone(hawaii).toLocalDate().equals(other.atZone(hawaii).toLocalDate());
    }

    @Test
    void a_branch_that_stopped_is_marked_in_all_four_calls_and_keeps_its_last_figures() {
        // Given
        Instant before = clock.instant();
        TestBranch branch = TestBranch.known("Gone", before);
        branch.serves(before.minusSeconds(600), 100, 60);
        branch.tells(branch.issued(UUID.randomUUID(), UUID.randomUUID(), before.minusSeconds(10)));
        branch.isAlive(before);
        // When
        Analyst.movesClockTo(before.plusSeconds(26 * 3600));
        // Then
        JsonPath rows = get("queue/statistics");
        assertThat(rows.getMap("find { it.Id == '" + branch.id + "' }"))
                .containsEntry("IsConnected", false)
                .containsEntry("AsOf", before.toString())
                .containsEntry("Issued", 2)
                .containsEntry("Waiting", 1)
                .containsEntry("LongestCurrentWaitSeconds", 10);
        assertThat(rows.getString("find { it.Id == '" + branch.id + "' }.Completeness.State"))
                .isEqualTo("Silent");
        JsonPath load = get("queue/load");
        assertThat(load.getMap("Branches.find { it.Id == '" + branch.id + "' }"))
                .containsEntry("Waiting", 1)
                .containsEntry("LoadLevel", "Unknown");
        assertThat(load.getInt("Connected")).isLessThan(load.getInt("Servers"));
        assertThat(get("config/servers").getString("find { it.Id == '" + branch.id + "' }.Completeness.State"))
                .isEqualTo("Silent");
        String day = branch.dateOf(before).toString();
        var history = given().header("Authorization", Analyst.token())
                .queryParam("startDate", day)
                .queryParam("endDate", day)
                .queryParam("serverId", branch.id)
                .get("queue/statistics/history");
        history.then().header("X-Completeness", branch.id.toString()).body("[0].Issued", equalTo(2));
    }

    @Test
    void a_branch_is_marked_as_soon_as_it_has_said_nothing_for_the_limit_and_no_sooner() {
        // Given
        Instant before = clock.instant();
        TestBranch branch = TestBranch.known("Quiet", before);
        branch.isAlive(before);
        // When
        Analyst.movesClockTo(before.plusSeconds(90));
        // Then
        assertThat(stateIn("queue/statistics", branch)).isEqualTo("Exact");
        // When
        Analyst.movesClockTo(before.plusSeconds(91));
        // Then
        assertThat(stateIn("queue/statistics", branch)).isEqualTo("Silent");
        assertThat(stateIn("config/servers", branch)).isEqualTo("Silent");
    }

    private static String stateIn(String call, TestBranch branch) {
        return get(call).getString("find { it.Id == '" + branch.id + "' }.Completeness.State");
    }

    @Test
    void the_load_has_exactly_these_keys_each_once() {
        // Given
        TestBranch branch = TestBranch.known("Load", clock.instant());
        branch.opensWorkPlace(clock.instant());
        branch.isAlive(clock.instant());
        // When
        String json = get("queue/load").prettify();
        // Then
        Map<String, Object> load = JsonPath.from(json).getMap("");
        assertThat(load.keySet())
                .containsExactlyInAnyOrder(
                        "AsOf",
                        "Servers",
                        "Connected",
                        "Exact",
                        "OpenWorkPlaces",
                        "WaitingPerWorkPlace",
                        "OccupancyPercent",
                        "Branches",
                        "Issued",
                        "Booked",
                        "Waiting",
                        "Invited",
                        "Operating",
                        "Held",
                        "Completed",
                        "Rejected",
                        "Cancelled",
                        "Redirected",
                        "Expired",
                        "WaitSumSeconds",
                        "WaitCount",
                        "AverageWaitSeconds",
                        "MaxWaitSeconds",
                        "P50WaitSeconds",
                        "P90WaitSeconds",
                        "WithinTarget",
                        "WithinTargetPercent",
                        "ServiceSumSeconds",
                        "ServiceCount",
                        "AverageServiceSeconds",
                        "LongestCurrentWaitSeconds");
        assertThat(JsonPath.from(json)
                        .getMap("Branches.find { it.Id == '" + branch.id + "' }")
                        .keySet())
                .containsExactly(
                        "Id",
                        "Name",
                        "Waiting",
                        "OpenWorkPlaces",
                        "WaitingPerWorkPlace",
                        "LongestCurrentWaitSeconds",
                        "LoadLevel");
    }

    @Test
    void visitors_before_closed_workplaces_are_red() {
        // Given
        TestBranch branch = TestBranch.known("Closed", clock.instant());
        branch.opensWorkPlace(clock.instant());
        branch.tells(branch.issued(UUID.randomUUID(), UUID.randomUUID(), clock.instant()));
        assertThat(levelOf(branch)).isEqualTo("Green");
        // When
        branch.closesWorkPlace(clock.instant());
        // Then
        assertThat(levelOf(branch)).isEqualTo("Red");
    }

    private static String levelOf(TestBranch branch) {
        return get("queue/load").getString("Branches.find { it.Id == '" + branch.id + "' }.LoadLevel");
    }

    private static JsonPath get(String path) {
        return given().header("Authorization", Analyst.token())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
