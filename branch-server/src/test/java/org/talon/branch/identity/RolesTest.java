package org.talon.branch.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;
import org.talon.shared.identity.CheckedTokens;

@BranchTest
class RolesTest {

    @Inject
    BranchFixture branch;

    @Test
    void a_token_that_was_checked_is_remembered_for_a_while() throws Exception {
        Class<?> check = Class.forName("io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory");

        assertThat(CDI.current().select(check).get()).isInstanceOf(CheckedTokens.class);
    }

    @Test
    void a_login_answers_the_token_in_quotes() {
        given().post("/queue/admin/login/admin/admin-demo")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .body(startsWith("\"eyJ"));
    }

    @Test
    void a_token_is_taken_bare_and_as_bearer() {
        String token = given().post("/queue/admin/login/admin/admin-demo").as(String.class);

        given().header("Authorization", token)
                .get("/queue/admin/tickets")
                .then()
                .statusCode(200);
        given().header("Authorization", "Bearer " + token)
                .get("/api/1/queue/admin/tickets")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"admin,wrong", "nobody,admin-demo"})
    void a_wrong_password_and_an_unknown_login_get_the_same_answer(String login, String password) {
        given().formParam("login", login)
                .formParam("password", password)
                .post("/queue/admin/login")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("Code", is("wrong-login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue/admin/tickets", "operation/state", "operation/queue", "queue/statistics"})
    void without_a_token_there_is_no_answer(String path) {
        given().get("/" + path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("Code", is("no-token"));
    }

    @Test
    void a_broken_token_is_refused() {
        given().header("Authorization", "eyJhbGciOiJub25lIn0.e30.")
                .get("/queue/admin/tickets")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("Code", is("bad-token"));
    }

    @Test
    void each_role_keeps_to_its_own_calls() {
        branch.empty();
        branch.operator(1).gets("queue/admin/tickets").then().statusCode(403).body("Code", is("wrong-role"));
        branch.operator(1).gets("queue/statistics").then().statusCode(403);
        branch.admin().gets("operation/state").then().statusCode(403);
    }

    @Test
    void an_operator_signs_in_at_his_workplace_only() {
        given().post("/queue/admin/login/op1/demo").then().statusCode(403).body("Code", is("role-missing"));
        given().post("/operation/identify/wp-1/admin/admin-demo").then().statusCode(403);
        given().post("/operation/identify/wp-99/op1/demo")
                .then()
                .statusCode(404)
                .body("Code", is("work-place-unknown"));
    }

    @Test
    void what_is_not_there_is_said_in_the_language_asked_for() {
        given().header("Accept-Language", "en-GB,en;q=0.9")
                .get("/no/such/call")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("Code", is("no-such-call"))
                .body("UserMessage", is("Nothing was found."));
        given().get("/queue/admin/login").then().statusCode(405).body("Code", is("method-not-allowed"));
    }
}
