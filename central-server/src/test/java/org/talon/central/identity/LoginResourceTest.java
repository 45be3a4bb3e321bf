package org.talon.central.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.identity.CheckedTokens;

@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class LoginResourceTest {

    @Test
    void a_token_that_was_checked_is_remembered_for_a_while() throws Exception {
        Class<?> check = Class.forName("io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory");

        assertThat(CDI.current().select(check).get()).isInstanceOf(CheckedTokens.class);
    }

    @Test
    void the_answer_is_a_token_in_quotes_that_opens_the_calls() {
        // When
        String answer = given().contentType(ContentType.JSON)
                .body(Map.of("login", "analyst", "password", "demo"))
                .post("login")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .asString();
        // Then
        assertThat(answer).startsWith("\"ey").endsWith("\"");
        given().header("Authorization", answer.replace("\"", ""))
                .get("queue/statistics")
                .then()
                .statusCode(200);
    }

    @Test
    void login_and_password_may_come_in_a_form() {
        given().formParam("Login", "analyst")
                .formParam("Password", "demo")
                .post("login")
                .then()
                .statusCode(200);
    }

    @Test
    void a_wrong_password_and_an_unknown_login_are_refused_alike() {
        String wrongPassword = refusal("analyst", "demo2");
        String unknownLogin = refusal("nobody", "demo");
        assertThat(wrongPassword).isEqualTo(unknownLogin);
    }

    private static String refusal(String login, String password) {
        return isProblem(
                        given().formParam("login", login)
                                .formParam("password", password)
                                .post("login")
                                .then(),
                        401,
                        "wrong-login")
                .extract()
                .asString();
    }

    @Test
    void a_login_without_its_password_is_a_bad_parameter() {
        isProblem(given().queryParam("login", "analyst").post("login").then(), 400, "bad-parameter")
                .body("Errors[0].Field", is("password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"config/servers", "queue/statistics", "queue/load", "queue/statistics/history"})
    void no_call_answers_without_a_good_token(String path) {
        isProblem(given().get(path).then(), 401, "no-token");
        isProblem(given().header("Authorization", "nonsense").get(path).then(), 401, "bad-token");
        isProblem(
                given().header("Authorization", Analyst.forgedToken()).get(path).then(), 401, "bad-token");
        isProblem(
                given().header("Authorization", Analyst.tokenOf("OPERATOR"))
                        .get(path)
                        .then(),
                403,
                "wrong-role");
    }

    @Test
    void a_dashboard_may_see_servers_and_load_alone() {
        String dashboard = Analyst.tokenOf("DASHBOARD");
        given().header("Authorization", dashboard).get("config/servers").then().statusCode(200);
        given().header("Authorization", "Bearer " + dashboard)
                .get("queue/load")
                .then()
                .statusCode(200);
        isProblem(
                given().header("Authorization", dashboard)
                        .get("queue/statistics")
                        .then(),
                403,
                "wrong-role");
        isProblem(
                given().header("Authorization", dashboard)
                        .get("queue/statistics/history")
                        .then(),
                403,
                "wrong-role");
    }

    private static ValidatableResponse isProblem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("Code", is(code), "status", is(status));
    }
}
