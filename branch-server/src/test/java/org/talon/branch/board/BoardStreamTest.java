package org.talon.branch.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;
import org.talon.local.testing.WatchingClient;

@BranchTest
class BoardStreamTest {

    @Inject
    BranchFixture branch;

    @Inject
    MeterRegistry metrics;

    @Inject
    EntityManager database;

    @Inject
    UserTransaction transaction;

    @TestHTTPResource
    URI server;

    Person admin;

    @BeforeEach
    void an_empty_hall_where_no_board_is_left_of_another_test() {
        await().until(() -> watchers() == 0);
        branch.empty();
        admin = branch.admin();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void the_state_is_shown_at_once_also_where_nobody_is_called(Version version) throws Exception {
        try (WatchingClient board = watching("/api/1/notifications/board-1/stream", version)) {
            assertThat(board.version()).isEqualTo(version);
            assertThat(board.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(board.headers().firstValue("Cache-Control")).hasValue("no-cache");
            assertThat(board.headers().firstValue("X-Accel-Buffering")).hasValue("no");
            assertThat(board.next(event -> true).fields()).containsEntry("retry", "2000");
            assertThat(board.next().fields())
                    .containsEntry("id", "1")
                    .containsEntry("event", "notifications")
                    .containsEntry("data", "[]");
        }
    }

    @Test
    void every_change_is_shown_to_everybody_who_watches_as_the_plain_call_answers_it() throws Exception {
        try (WatchingClient one = watching("board-1");
                WatchingClient other = watching("board-1")) {
            assertThat(one.next().data()).isEqualTo("[]");
            assertThat(other.next().data()).isEqualTo("[]");
            // When
            admin.issue("117");
            var operator = branch.operator(1);
            operator.posts("operation/invite").then().statusCode(200);
            // Then
            String plain = RestAssured.get("/notifications/board-1").asString();
            assertThat(one.next().data()).isEqualTo(plain).contains("\"FullNumber\":\"A001\"", "\"State\":2");
            assertThat(other.next().data()).isEqualTo(plain);

            operator.posts("operation/recall").then().statusCode(200);
            assertThat(one.next().data()).contains("\"State\":2", "\"Calls\":2");

            operator.posts("operation/start").then().statusCode(200);
            assertThat(one.next().data()).contains("\"FullNumber\":\"A001\"", "\"State\":3");

            operator.posts("operation/complete").then().statusCode(200);
            assertThat(one.next().fields()).containsEntry("data", "[]").containsEntry("id", "5");
        }
    }

    @Test
    void a_board_hears_nothing_of_what_it_does_not_show() throws Exception {
        try (WatchingClient all = watching("board-1");
                WatchingClient secondWorkPlace = watching("board-2")) {
            assertThat(all.next().data()).isEqualTo("[]");
            assertThat(secondWorkPlace.next().data()).isEqualTo("[]");
            // When
            admin.issue("117");
            branch.operator(1).posts("operation/invite").then().statusCode(200);
            assertThat(numbersIn(all.next())).containsExactly("A001");
            admin.issue("117");
            branch.operator(2).posts("operation/invite").then().statusCode(200);
            // Then
            var next = secondWorkPlace.next();
            assertThat(next.id()).isEqualTo("2");
            assertThat(numbersIn(next)).containsExactly("A002");
        }
    }

    @Test
    void what_another_process_of_the_branch_changes_is_shown_too() throws Exception {
        // Given
        admin.issue("117");
        branch.operator(1).posts("operation/invite").then().statusCode(200);
        try (WatchingClient board = watching("board-1")) {
            assertThat(board.next().data()).contains("\"Calls\":1");
            // When
            transaction.begin();
            database.createNativeQuery("update ticket_product set calls = 2").executeUpdate();
            transaction.commit();
            // Then
            assertThat(board.next().data()).contains("\"Calls\":2");
        }
    }

    @Test
    void a_silent_stream_has_its_heartbeat() throws Exception {
        try (WatchingClient board = watching("board-1")) {
            assertThat(board.next().data()).isEqualTo("[]");
            board.next(WatchingClient.Event::isHeartbeat);
            board.next(WatchingClient.Event::isHeartbeat);
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void a_board_that_is_switched_off_is_forgotten(Version version) throws Exception {
        try (WatchingClient stays = watching("board-1")) {
            untilSoManyWatch(1, stays);
            try (WatchingClient leaves = watching("/notifications/board-1/stream", version)) {
                leaves.next();
                assertThat(watchers()).isEqualTo(2);
            }
            untilSoManyWatch(1, stays);
        }
    }

    @Test
    void where_the_limit_is_reached_nobody_is_let_in_until_one_leaves() throws Exception {
        try (WatchingClient first = watching("board-1")) {
            untilSoManyWatch(1, first);
            List<WatchingClient> others = new ArrayList<>();
            try {
                for (int i = 0; i < 4; i++) {
                    others.add(watching("board-3"));
                }
                RestAssured.get("/notifications/board-1/stream")
                        .then()
                        .statusCode(503)
                        .header("Retry-After", "5")
                        .contentType("application/problem+json")
                        .body("Code", is("too-many-streams"));
                RestAssured.get("/notifications/board-1").then().statusCode(200);
                // When
                others.getFirst().close();
                untilSoManyWatch(4, first);
                // Then
                others.add(watching("board-1"));
                assertThat(others.getLast().next().data()).isEqualTo("[]");
            } finally {
                for (WatchingClient board : others) {
                    board.close();
                }
            }
        }
    }

    private WatchingClient watching(String board) throws Exception {
        return watching("/notifications/" + board + "/stream", Version.HTTP_1_1);
    }

    private WatchingClient watching(String path, Version version) throws Exception {
        WatchingClient board = new WatchingClient(server.resolve(path), version);
        assertThat(board.status()).isEqualTo(200);
        return board;
    }

    private int watchers() {
        return (int) metrics.get("talon.board.streams").gauge().value();
    }

    /** Looks at every heartbeat of one who stays. */
    private void untilSoManyWatch(int count, WatchingClient stays) throws Exception {
        for (int beats = 0; watchers() != count; beats++) {
            assertThat(beats).as("heartbeats while %s watch", watchers()).isLessThan(200);
            stays.next(WatchingClient.Event::isHeartbeat);
        }
    }

    private static List<String> numbersIn(WatchingClient.Event event) {
        return JsonPath.from(event.data()).getList("FullNumber");
    }
}
