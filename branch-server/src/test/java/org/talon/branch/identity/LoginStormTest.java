package org.talon.branch.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;

/** Hashing a password costs as much as hundreds of tickets. */
@BranchTest
class LoginStormTest {

    private static final int STORM = 250;

    @Inject
    BranchFixture branch;

    private static Response signsIn() {
        return given().formParam("login", "admin")
                .formParam("password", "admin-demo")
                .post("/queue/admin/login");
    }

    @Test
    void who_finds_too_many_before_him_is_told_when_to_come_again_and_tickets_are_issued_all_the_while()
            throws Exception {
        // Given
        branch.empty();
        Person admin = branch.admin();
        List<Callable<Response>> storm = Stream.generate(() -> (Callable<Response>) LoginStormTest::signsIn)
                .limit(STORM)
                .toList();
        // When
        List<Future<Response>> answers;
        try (var callers = Executors.newFixedThreadPool(STORM + 1)) {
            Future<Response> ticket = callers.submit(() -> admin.issues("117", 0));
            answers = callers.invokeAll(storm);
            // Then
            ticket.get().then().statusCode(200);
        }
        int refused = 0;
        for (Future<Response> answer : answers) {
            if (answer.get().statusCode() != 200) {
                refused++;
                answer.get()
                        .then()
                        .statusCode(429)
                        .header("Retry-After", matchesPattern("[1-9]\\d*"))
                        .body("Code", is("logins-busy"));
            }
        }
        assertThat(refused).isBetween(1, STORM - 1);
    }
}
