package org.talon.central.network;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.central.identity.Analyst;
import org.talon.central.inbox.TestBranch;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.DayDigest.Sums;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.TicketIssued;

/** A branch says what it makes of a day, and the centre is held to it. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class ReconciliationTest {

    private static final Sums ONE_ISSUED = new Sums(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final Sums TWO_ISSUED = new Sums(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    @Inject
    Clock clock;

    Instant now;
    TestBranch branch;
    LocalDate today;

    @BeforeEach
    void a_branch_that_has_introduced_itself() {
        now = clock.instant();
        branch = TestBranch.known("North", now);
        today = branch.dateOf(now);
    }

    @Test
    void a_day_that_is_here_what_it_is_there_is_exact() {
        // Given
        branch.serves(now, 60, 120);
        // When
        branch.sends(branch.digest(today, new Sums(1, 1, 0, 0, 0, 0, 60, 1, 1, 120, 1), now), branch.heartbeat(now));
        // Then
        Map<String, Object> day = onlyDay();
        assertThat(day.keySet())
                .containsExactly(
                        "ServerId", "Date", "BranchDigest", "CentreDigest", "Events", "State", "Reason", "AsOf");
        assertThat(day)
                .containsEntry("ServerId", branch.id.toString())
                .containsEntry("Date", today.toString())
                .containsEntry("Events", 5)
                .containsEntry("State", "Exact")
                .containsEntry("Reason", null)
                .containsEntry("CentreDigest", day.get("BranchDigest"));
        assertThat(completeness()).containsEntry("State", "Exact");
    }

    @Test
    void records_that_say_something_else_than_the_figures_here_make_the_branch_divergent_until_they_agree() {
        branch.tells(ticket());
        // When
        branch.sends(branch.digest(today, TWO_ISSUED, now), branch.heartbeat(now));
        // Then
        String reason = "Issued 1, the branch says 2";
        assertThat(onlyDay()).containsEntry("State", "Divergent").containsEntry("Reason", reason);
        assertThat(completeness()).containsEntry("State", "Divergent").containsEntry("Reason", today + ": " + reason);

        // When
        branch.tells(ticket());
        branch.sends(branch.digest(today, TWO_ISSUED, now), branch.heartbeat(now));
        // Then
        assertThat(onlyDay()).containsEntry("State", "Exact").containsEntry("Reason", null);
        assertThat(completeness()).containsEntry("State", "Exact");
    }

    @Test
    void what_arrives_together_is_compared_as_it_stood_when_the_branch_spoke() {
        EventEnvelope first = branch.next(ticket());
        EventEnvelope said = branch.digest(today, ONE_ISSUED, now);
        EventEnvelope second = branch.next(ticket());

        branch.sends(first, said, second);

        assertThat(onlyDay()).containsEntry("State", "Exact").containsEntry("Events", 2);
    }

    @Test
    void an_event_that_was_changed_on_its_way_is_found() {
        EventEnvelope sent = branch.next(ticket());
        EventEnvelope arrived = new EventEnvelope(
                sent.branchId(),
                sent.epoch(),
                sent.seq(),
                UUID.randomUUID(),
                sent.type(),
                sent.version(),
                sent.occurredAt(),
                sent.businessDate(),
                sent.businessHour(),
                sent.data());

        branch.sends(arrived, branch.digest(today, null, now));

        assertThat(onlyDay())
                .containsEntry("State", "Divergent")
                .containsEntry("Reason", "as many events, but not the same");
    }

    @Test
    void a_digest_of_events_that_have_not_come_is_passed_over() {
        branch.next(ticket());

        branch.sends(branch.digest(today, ONE_ISSUED, now), branch.heartbeat(now));

        days().then().body("", hasSize(0));
        assertThat(completeness()).containsEntry("State", "Behind");
    }

    @Test
    void each_epoch_has_its_own_events_but_the_figures_of_a_day_are_of_all() {
        branch.tells(ticket());
        branch.sends(branch.beginsNewEpoch(2, now));
        branch.tells(ticket());

        branch.sends(branch.digest(today, TWO_ISSUED, now));

        assertThat(onlyDay()).containsEntry("State", "Exact").containsEntry("Events", 2);
    }

    @Test
    void what_a_newer_branch_says_beside_the_facts_disturbs_nothing() {
        branch.sends(branch.asideOfTomorrow(now), branch.heartbeat(now));

        assertThat(completeness()).containsEntry("State", "Exact");
    }

    @Test
    void other_days_and_branches_are_not_answered_and_unknown_ones_refused() {
        branch.tells(ticket());
        branch.sends(branch.digest(today, ONE_ISSUED, now));
        TestBranch other = TestBranch.known("South", now);

        asking(other).get("/queue/reconciliation").then().statusCode(200).body("", hasSize(0));
        asking(branch)
                .queryParam("startDate", "2020-01-01")
                .queryParam("endDate", "2020-01-31")
                .get("/queue/reconciliation")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
        asking(branch)
                .queryParam("startDate", "2020-01-01")
                .get("/queue/reconciliation")
                .then()
                .statusCode(400)
                .body("Errors[0].Field", is("endDate"));
        calls().queryParam("serverId", UUID.randomUUID())
                .get("/queue/reconciliation")
                .then()
                .statusCode(404)
                .body("Code", is("unknown-server"));
        given().get("/queue/reconciliation").then().statusCode(401);
    }

    private TicketIssued ticket() {
        return branch.issued(UUID.randomUUID(), UUID.randomUUID(), now);
    }

    private static RequestSpecification calls() {
        return given().header("Authorization", Analyst.token());
    }

    private static RequestSpecification asking(TestBranch of) {
        return calls().queryParam("serverId", of.id);
    }

    private Response days() {
        return asking(branch).get("/queue/reconciliation");
    }

    private Map<String, Object> onlyDay() {
        JsonPath days = days().jsonPath();
        assertThat(days.getList("")).hasSize(1);
        return days.getMap("[0]");
    }

    private Map<String, Object> completeness() {
        return calls().get("/config/servers").jsonPath().getMap("find { it.Id == '" + branch.id + "' }.Completeness");
    }
}
