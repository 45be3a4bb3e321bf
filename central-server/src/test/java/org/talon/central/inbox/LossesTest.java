package org.talon.central.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.talon.central.identity.Analyst;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.DayDigest.Sums;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.ResendRequest;

/** A branch that no longer keeps what the centre lacks goes on where somebody accepts the loss, and the loss is never hidden. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class LossesTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");
    private static final Instant NEXT_DAY = AT.plus(Duration.ofDays(1));
    private static final Instant BEFORE = AT.minus(Duration.ofDays(40));

    @Inject
    MissingEvents missing;

    @Inject
    Receptions receptions;

    private final TestBranch branch = TestBranch.in("Europe/Moscow");

    @Test
    void in_front_of_an_empty_centre_a_branch_goes_on_from_where_its_log_begins() throws Exception {
        // Given: a centre that lost its database, and a branch that keeps the last of its events alone
        EventEnvelope kept = centreLacksWhatTheBranchNoLongerKeeps();
        assertThat(lossesOfBranch())
                .singleElement()
                .satisfies(loss -> assertThat(loss)
                        .containsEntry("FromSeq", 1)
                        .containsEntry("KeptSeq", 4)
                        .containsEntry("AcceptedAt", null));
        // When
        asAdmin("acceptLoss", branch.id)
                .then()
                .statusCode(200)
                .body("FromEpoch", equalTo(1), "FromSeq", equalTo(1), "KeptEpoch", equalTo(1), "KeptSeq", equalTo(4))
                .body("AcceptedBy", equalTo("test"));
        // Then
        assertThat(missingOfBranch()).containsExactly(4L);
        // When
        branch.sends(kept, branch.next(branch.introduction("Found", AT)), branch.heartbeat(AT));
        // Then
        assertThat(missingOfBranch()).isEmpty();
        assertThat(receptions.all().get(branch.id).divergent()).isNull();
        assertThat(receptions.all().get(branch.id).completeTo()).isEqualTo(AT);
        assertThat(issued()).isEqualTo("1");
    }

    @Test
    void the_note_stays_and_the_days_of_the_loss_are_never_exact() {
        // Given
        EventEnvelope kept = centreLacksWhatTheBranchNoLongerKeeps();
        asAdmin("acceptLoss", branch.id).then().statusCode(200);
        branch.sends(kept, branch.next(branch.introduction("Found", AT)));
        // When
        says(AT, 2);
        // Then
        assertThat(receptions.all().get(branch.id).divergent()).contains("the branch says");
        // When: the day after has lost nothing
        branch.tells(branch.issued(UUID.randomUUID(), UUID.randomUUID(), NEXT_DAY));
        says(NEXT_DAY, 1);
        // Then
        assertThat(receptions.all().get(branch.id).divergent()).isNull();
        assertThat(completenessOf(NEXT_DAY, NEXT_DAY)).isEqualTo("exact");
        assertThat(completenessOf(AT, NEXT_DAY)).isEqualTo(branch.id.toString());
        assertThat(completenessOf(BEFORE, BEFORE)).isEqualTo(branch.id.toString());
        assertThat(Tables.value(
                        "select difference is null from reconciliation where branch_id = ? and business_date = '2026-11-23'",
                        branch.id))
                .isEqualTo("f");
        assertThat(lossesOfBranch())
                .singleElement()
                .satisfies(loss ->
                        assertThat(loss).containsEntry("AcceptedBy", "test").doesNotContainEntry("AcceptedAt", null));
    }

    @Test
    void what_may_still_come_is_not_given_up() {
        branch.tells(branch.introduction("Whole", AT));

        asAdmin("acceptLoss", branch.id).then().statusCode(409).body("Code", equalTo("nothing-lost"));
    }

    @Test
    void of_a_branch_that_is_held_back_nothing_moves() {
        // Given
        centreLacksWhatTheBranchNoLongerKeeps();
        Tables.execute("update branch_position set standing = 'Blocked' where branch_id = ?", branch.id);
        // When
        asAdmin("acceptLoss", branch.id).then().statusCode(409).body("Code", equalTo("server-held-back"));
        // Then
        assertThat(Tables.value("select next_seq from branch_position where branch_id = ?", branch.id))
                .isEqualTo("1");
        assertThat(Tables.value("select count(*) from branch_loss where branch_id = ?", branch.id))
                .isEqualTo("0");
    }

    @Test
    void only_an_administrator_accepts_and_only_of_one_branch_that_is_known() {
        given().header("Authorization", Analyst.token())
                .queryParam("serverId", branch.id)
                .post("queue/reconciliation/acceptLoss")
                .then()
                .statusCode(403);
        asAdmin("acceptLoss", UUID.randomUUID()).then().statusCode(404).body("Code", equalTo("unknown-server"));
        given().header("Authorization", Analyst.tokenOf("ADMIN"))
                .post("queue/reconciliation/acceptLoss")
                .then()
                .statusCode(400)
                .body("Code", equalTo("bad-parameter"));
    }

    /** @return the first that is kept, its number 4: what it tells of happened on the day of what is lost, too */
    private EventEnvelope centreLacksWhatTheBranchNoLongerKeeps() {
        branch.next(branch.introduction("Lost", BEFORE));
        branch.next(branch.issued(UUID.randomUUID(), UUID.randomUUID(), BEFORE));
        branch.next(branch.issued(UUID.randomUUID(), UUID.randomUUID(), AT));
        EventEnvelope kept = branch.next(branch.issued(UUID.randomUUID(), UUID.randomUUID(), AT));
        branch.sends(kept, branch.logBegins(1, 4, AT), branch.heartbeat(AT));
        return kept;
    }

    private void says(Instant at, long issued) {
        branch.sends(
                branch.digest(branch.dateOf(at), new Sums(issued, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), at),
                branch.heartbeat(at));
    }

    private List<Long> missingOfBranch() throws Exception {
        return missing.all().stream()
                .filter(request -> request.branchId().equals(branch.id))
                .map(ResendRequest::fromSeq)
                .toList();
    }

    private List<Map<String, Object>> lossesOfBranch() {
        return given()
                .header("Authorization", Analyst.token())
                .get("queue/reconciliation/losses")
                .jsonPath()
                .<Map<String, Object>>getList("")
                .stream()
                .filter(loss -> branch.id.toString().equals(loss.get("ServerId")))
                .toList();
    }

    private String completenessOf(Instant first, Instant last) {
        return given().header("Authorization", Analyst.token())
                .queryParam("serverId", branch.id)
                .queryParam("startDate", branch.dateOf(first).toString())
                .queryParam("endDate", branch.dateOf(last).toString())
                .get("queue/statistics/history")
                .header("X-Completeness");
    }

    private String issued() {
        return Tables.value("select sum(issued) from rollup where branch_id = ?", branch.id);
    }

    private static Response asAdmin(String call, UUID branchId) {
        return given().header("Authorization", Analyst.tokenOf("ADMIN"))
                .queryParam("serverId", branchId)
                .post("queue/reconciliation/" + call);
    }
}
