package org.talon.central.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.central.identity.Analyst;
import org.talon.central.inbox.TestBranch;
import org.talon.local.testing.TalonTestBackend;
import org.talon.local.testing.WatchingClient;

/** Dashboards see the load as it changes. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class LoadStreamTest {

    @Inject
    Clock clock;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource("/queue/load/stream")
    URI stream;

    private TestBranch branch;

    @BeforeEach
    void a_branch_that_lives() {
        await().until(() -> watchers() == 0);
        branch = TestBranch.known("Watched", clock.instant());
        branch.isAlive(clock.instant());
    }

    private double watchers() {
        return metrics.get("talon.load.streams").gauge().value();
    }

    private WatchingClient watching(String token) throws Exception {
        return new WatchingClient(stream, HttpClient.Version.HTTP_1_1, "Authorization", token);
    }

    private String levelIn(WatchingClient.Event event) {
        return JsonPath.from(event.data()).getString("Branches.find { it.Id == '" + branch.id + "' }.LoadLevel");
    }

    @Test
    void the_load_is_shown_at_once_as_the_plain_call_answers_it() throws Exception {
        try (WatchingClient dashboard = watching(Analyst.tokenOf("DASHBOARD"))) {
            // When
            WatchingClient.Event first = dashboard.next();
            // Then
            assertThat(dashboard.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(first.fields()).containsEntry("event", "load");
            JsonPath plain = given().header("Authorization", Analyst.token())
                    .get("queue/load")
                    .jsonPath();
            assertThat(JsonPath.from(first.data()).getMap("").keySet())
                    .isEqualTo(plain.getMap("").keySet());
            assertThat(levelIn(first)).isEqualTo("Green");
        }
    }

    @Test
    void a_change_is_shown_to_everybody_who_watches() throws Exception {
        try (WatchingClient one = watching(Analyst.token());
                WatchingClient other = watching(Analyst.token())) {
            one.next();
            other.next();
            // When
            branch.tells(branch.issued(UUID.randomUUID(), UUID.randomUUID(), clock.instant()));
            // Then
            for (WatchingClient dashboard : List.of(one, other)) {
                dashboard.next(event -> event.data() != null && "Red".equals(levelIn(event)));
            }
        }
    }

    @Test
    void a_branch_that_falls_silent_shows_though_nobody_said_anything() throws Exception {
        try (WatchingClient dashboard = watching(Analyst.token())) {
            dashboard.next();
            // When
            Instant later = clock.instant().plusSeconds(3600);
            Analyst.movesClockTo(later);
            // Then
            WatchingClient.Event silent =
                    dashboard.next(event -> event.data() != null && "Unknown".equals(levelIn(event)));
            assertThat(JsonPath.from(silent.data()).getString("AsOf")).isEqualTo(later.toString());
        }
    }

    @Test
    void nobody_watches_without_a_token_or_with_another_role() {
        given().get("queue/load/stream").then().statusCode(401);
        given().header("Authorization", Analyst.tokenOf("OPERATOR"))
                .get("queue/load/stream")
                .then()
                .statusCode(403);
    }

    @Test
    void who_finds_no_place_is_told_when_to_come_again() throws Exception {
        List<WatchingClient> all = new java.util.ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                all.add(watching(Analyst.token()));
            }
            given().header("Authorization", Analyst.token())
                    .get("queue/load/stream")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", is("5"))
                    .body("Code", is("too-many-streams"));
        } finally {
            for (WatchingClient dashboard : all) {
                dashboard.close();
            }
        }
    }
}
