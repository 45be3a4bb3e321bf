package org.talon.central.statistics;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.talon.central.identity.Analyst;
import org.talon.central.inbox.TestBranch;

/** What the centre shows of a branch. */
final class Shown {

    private Shown() {}

    static Map<String, Object> today(TestBranch branch) {
        return get("queue/statistics").getMap("find { it.Id == '" + branch.id + "' }");
    }

    static Map<String, Object> load(TestBranch branch) {
        return get("queue/load").getMap("Branches.find { it.Id == '" + branch.id + "' }");
    }

    /** The days of its history: all that was ever counted. */
    static List<Map<String, Object>> sums(TestBranch branch) {
        return get("queue/statistics/history?startDate=2026-11-01&endDate=2027-10-31&serverId=" + branch.id)
                .getList("");
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
