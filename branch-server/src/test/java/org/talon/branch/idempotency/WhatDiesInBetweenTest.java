package org.talon.branch.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;
import org.talon.shared.time.Ids;

@BranchTest
class WhatDiesInBetweenTest {

    private static final String NEW = "/queue/admin/tickets/new";
    private static final String HEADER = "Idempotency-Key";
    private static final String REPEATED = "Idempotent-Replayed";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    BranchFixture branch;

    @Inject
    EntityManager database;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Ids ids;

    String token;
    String key;

    @BeforeEach
    void an_empty_hall_and_a_new_key() {
        branch.empty();
        token = given().post("/queue/admin/login/admin/admin-demo").as(String.class);
        key = ids.next().toString();
    }

    @Test
    void a_connection_that_dies_before_the_commit_leaves_nothing_and_the_call_may_be_sent_again() throws Exception {
        long kept;
        try (Connection another = dataSource.getConnection()) {
            // Given: a call that has taken its key and waits in the midst of its change
            issueWithoutKey();
            kept = kept();
            another.setAutoCommit(false);
            run(another, "select * from ticket_number for update");
            Future<Response> call = inBackground(() -> issue("117"));
            int victim = waitingFor(another);
            // When
            run(another, "select pg_terminate_backend(" + victim + ")");
            // Then
            call.get().then().statusCode(503).body("Code", is("database-busy"));
        }
        assertThat(kept()).isEqualTo(kept);
        issue("117").then().statusCode(200).header(REPEATED, nullValue()).body("FullNumber", is("A002"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_another_process_has_begun_is_waited_for(boolean itCommits) throws Exception {
        try (Connection another = dataSource.getConnection()) {
            // Given: another process has taken the key, and is not through
            run(another, "delete from idempotency_key");
            String insert = insertOf(issue("117"), "{\"FullNumber\":\"of another\"}");
            run(another, "delete from idempotency_key");
            another.setAutoCommit(false);
            run(another, insert);
            Future<Response> call = inBackground(() -> issue("117"));
            waitingFor(another);
            // When
            if (itCommits) {
                another.commit();
            } else {
                another.rollback();
            }
            // Then
            call.get()
                    .then()
                    .statusCode(200)
                    .header(REPEATED, itCommits ? is("true") : nullValue())
                    .body("FullNumber", is(itCommits ? "of another" : "A002"));
        }
    }

    @Test
    void an_answer_that_nobody_heard_is_given_again() throws Exception {
        // Given: the ticket is committed, and the line goes down before its answer is read
        try (Socket line = new Socket("localhost", RestAssured.port)) {
            line.getOutputStream()
                    .write(("POST " + NEW + "?productId=117 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                                    + "Authorization: " + token + "\r\n" + HEADER + ": " + key + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            awaitTicket();
        }
        // Then
        issue("117").then().statusCode(200).header(REPEATED, "true").body("FullNumber", is("A001"));
    }

    private Response issue(String product) {
        return given().header("Authorization", token)
                .header(HEADER, key)
                .queryParam("productId", product)
                .post(NEW);
    }

    private void issueWithoutKey() {
        branch.admin().issue("117");
    }

    private long kept() {
        return Long.parseLong(onlyValue("select count(*) from idempotency_key"));
    }

    private String onlyValue(String query) {
        return String.valueOf(database.createNativeQuery(query).getSingleResult());
    }

    private static <T> Future<T> inBackground(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }

    /** The process number of the connection that waits for a lock which this one holds, as soon as there is one. */
    private static int waitingFor(Connection holder) throws SQLException {
        String query = "select pid from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))";
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try (Statement statement = holder.createStatement();
                    ResultSet waiting = statement.executeQuery(query)) {
                if (waiting.next()) {
                    return waiting.getInt(1);
                }
            }
        }
        throw new AssertionError("nobody waited within " + PATIENCE);
    }

    /** The row of the last call, with another answer, as SQL that puts it in. */
    private String insertOf(Response call, String body) {
        call.then().statusCode(200);
        return onlyValue("select format('insert into idempotency_key values (%L, %L, %L, 200, %L)', key_digest,"
                + " call_digest, created_at, '" + body + "') from idempotency_key");
    }

    private void awaitTicket() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (onlyValue("select count(*) from ticket").equals("0")) {
            assertThat(System.nanoTime()).as("a ticket within " + PATIENCE).isLessThan(deadline);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
