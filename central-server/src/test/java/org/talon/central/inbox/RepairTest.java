package org.talon.central.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talon.central.identity.Analyst;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.BranchEvent;

/** What an administrator can do where a branch is not exact: read again, give up, make anew. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class RepairTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Receptions receptions;

    private final TestBranch branch = TestBranch.known("Repaired", AT);

    static Stream<Long> seeds() {
        return RandomHall.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_made_anew_from_the_log_is_the_same_to_the_byte(long seed) {
        // Given: events that came in pieces of any size
        Random random = new Random(seed);
        List<BranchEvent> events = new RandomHall(random, AT).happens(600);
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(80));
            branch.tells(events.subList(from, to).toArray(BranchEvent[]::new));
            from = to;
        }
        // When
        Map<String, Object> rebuilt = rebuilt();
        // Then
        assertThat(rebuilt.get("Events")).isEqualTo(events.size() + 1);
        assertThat(rebuilt.get("After")).isEqualTo(rebuilt.get("Before"));
    }

    @Test
    void figures_that_somebody_spoiled_are_made_right_again() {
        // Given
        branch.serves(AT, 60, 300);
        Tables.execute(
                "update rollup set issued = 7, max_wait_seconds = 1 where branch_id = ? and issued > 0", branch.id);
        Tables.execute("delete from ticket_product where branch_id = ?", branch.id);
        // When
        Map<String, Object> rebuilt = rebuilt();
        // Then
        assertThat(rebuilt.get("After")).isNotEqualTo(rebuilt.get("Before"));
        assertThat(figures()).isEqualTo("1 1 60 300");
        assertThat(Tables.value("select state from ticket_product where branch_id = ?", branch.id))
                .isEqualTo("Completed");
    }

    @Test
    void what_was_refused_counts_in_its_place_once_the_cause_is_mended() {
        // Given: a mistake in the centre's tables, and a visitor who meets it
        Tables.execute("alter table rollup add constraint mistake check (wait_sum_seconds <> 77 or branch_id <> '"
                + branch.id + "')");
        try {
            branch.serves(AT, 77, 300);
            branch.sends(branch.digest(branch.dateOf(AT), null, AT), branch.heartbeat(AT));
            assertThat(receptions.all().get(branch.id).divergent()).startsWith("1 unreadable: the database refuses it");
            asAdmin()
                    .queryParam("serverId", branch.id)
                    .post("queue/quarantine/replay")
                    .then()
                    .statusCode(200)
                    .body("Settled", equalTo(0))
                    .body("Left", equalTo(1));
            assertThat(figures()).isEqualTo("1 1 0 300");
        } finally {
            Tables.execute("alter table rollup drop constraint mistake");
        }
        // When
        asAdmin()
                .queryParam("serverId", branch.id)
                .post("queue/quarantine/replay")
                .then()
                .statusCode(200)
                .body("Settled", equalTo(1))
                .body("Left", equalTo(0));
        // Then
        assertThat(figures()).isEqualTo("1 1 77 300");
        assertThat(receptions.all().get(branch.id).divergent()).isNull();
        quarantined().then().body("", hasSize(0));
        assertThat(Tables.value("select state from ticket_product where branch_id = ?", branch.id))
                .isEqualTo("Completed");
    }

    @Test
    void what_never_was_an_event_is_given_up() {
        // Given
        branch.garbles("{nonsense");
        quarantined().then().body("", hasSize(1)).body("[0].Reason", equalTo(reason()));
        // When
        asAdmin()
                .queryParam("serverId", branch.id)
                .post("queue/quarantine/replay")
                .then()
                .body("Left", equalTo(1));
        asAdmin()
                .queryParam("serverId", branch.id)
                .post("queue/quarantine/discard")
                .then()
                .statusCode(200)
                .body("Settled", equalTo(1));
        // Then
        quarantined().then().body("", hasSize(0));
        assertThat(receptions.all().get(branch.id).divergent()).isNull();
    }

    @Test
    void a_fork_that_was_taken_note_of_is_divergent_no_more() {
        // Given
        branch.serves(AT, 60, 300);
        branch.sends(branch.beginsNewEpoch(3, AT));
        assertThat(receptions.all().get(branch.id).divergent()).startsWith("forked at seq 3 of epoch 1");
        // When
        asAdmin()
                .queryParam("serverId", branch.id)
                .post("queue/reconciliation/acceptFork")
                .then()
                .statusCode(200)
                .body("Accepted", equalTo(1));
        // Then
        assertThat(receptions.all().get(branch.id).divergent()).isNull();
    }

    @Test
    void only_an_administrator_repairs_and_only_what_there_is() {
        for (String call : List.of("queue/quarantine/replay", "queue/quarantine/discard", "queue/rebuild")) {
            given().header("Authorization", Analyst.token()).post(call).then().statusCode(403);
            asAdmin()
                    .queryParam("serverId", UUID.randomUUID())
                    .post(call)
                    .then()
                    .statusCode(404)
                    .body("Code", equalTo("unknown-server"));
        }
        asAdmin().post("queue/reconciliation/acceptFork").then().statusCode(400).body("Code", equalTo("bad-parameter"));
    }

    private String reason() {
        return Tables.value("select reason from quarantine where branch_id = ?", branch.id);
    }

    private Map<String, Object> rebuilt() {
        asAdmin().queryParam("serverId", branch.id).post("queue/rebuild").then().statusCode(200);
        return await().atMost(PATIENCE).until(this::rebuild, row -> row.get("DoneAt") != null);
    }

    private Map<String, Object> rebuild() {
        return asAdmin().get("queue/rebuild").jsonPath().<Map<String, Object>>getList("").stream()
                .filter(row -> row.get("BranchId").equals(branch.id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private io.restassured.response.Response quarantined() {
        return asAdmin().queryParam("serverId", branch.id).get("queue/quarantine");
    }

    private static RequestSpecification asAdmin() {
        return given().header("Authorization", Analyst.tokenOf("ADMIN"));
    }

    private String figures() {
        return Tables.value("""
                select sum(issued), sum(completed), sum(wait_sum_seconds), sum(service_sum_seconds)
                from rollup where branch_id = ?""", branch.id);
    }
}
