package org.talon.branch.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;
import org.talon.branch.catalogue.TestCatalogue;
import org.talon.shared.identity.PasswordHash;

/** Existing clients put passwords into paths; they get in, and nothing else ever sees those paths. */
@BranchTest
class PasswordsInPathsTest {

    @Inject
    BranchFixture branch;

    @Inject
    TestCatalogue catalogue;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
    }

    @AfterEach
    void the_usual_catalogue_again() throws Exception {
        catalogue.usual();
    }

    private void theAdministratorsPasswordIs(String password) throws Exception {
        catalogue.with(
                "roles: [HALL_ADMIN]}",
                "roles: [HALL_ADMIN]}\n  - {login: odd, name: Странный, passwordHash: \""
                        + PasswordHash.of(password, new SecureRandom()) + "\", roles: [HALL_ADMIN]}");
    }

    private static Response signsIn(String path) {
        return given().urlEncodingEnabled(false).post(path);
    }

    /** Every character that is not plainly a letter or digit as its percent-encoded bytes. */
    private static String encoded(String password) {
        return URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b",
                "100%",
                "%2F",
                "1+1=2",
                "a b",
                "пароль с пробелом",
                "?#&;=",
                "..",
                "\"'<>\\",
                "😀",
                "a/",
                "/",
                "%"
            })
    void whatever_a_password_is_made_of_it_is_taken_from_the_path(String password) throws Exception {
        theAdministratorsPasswordIs(password);
        signsIn("/queue/admin/login/odd/" + encoded(password))
                .then()
                .statusCode(200)
                .header("Deprecation", startsWith("@"));
        signsIn("/api/1/queue/admin/login/odd/" + encoded(password) + "/")
                .then()
                .statusCode(200);
        given().contentType("application/json; charset=utf-8")
                .body(Map.of("login", "odd", "password", password))
                .post("/queue/admin/login")
                .then()
                .statusCode(200)
                .header("Deprecation", nullValue());
    }

    @Test
    void a_password_of_128_characters_is_compared_whole() throws Exception {
        String password = "пароль😀/".repeat(16);
        assertThat(password.codePointCount(0, password.length())).isEqualTo(128);
        theAdministratorsPasswordIs(password);
        signsIn("/queue/admin/login/odd/" + encoded(password)).then().statusCode(200);
        String other = password.substring(0, password.length() - 1) + "!";
        signsIn("/queue/admin/login/odd/" + encoded(other)).then().statusCode(401);
        signsIn("/queue/admin/login/odd/" + encoded(password + "1"))
                .then()
                .statusCode(400)
                .body("Errors[0].Field", is("password"));
    }

    @Test
    void a_plus_in_a_path_is_a_plus_and_a_semicolon_a_semicolon() throws Exception {
        theAdministratorsPasswordIs("1+1;x=2");
        signsIn("/queue/admin/login/odd/1+1;x=2").then().statusCode(200);
    }

    @Test
    void one_in_the_query_string_is_deprecated_too_and_all_are_counted() throws Exception {
        theAdministratorsPasswordIs("1+1");
        double before = counted();
        given().urlEncodingEnabled(false)
                .post("/queue/admin/login?login=odd&password=1%2B1")
                .then()
                .statusCode(200)
                .header("Deprecation", startsWith("@"));
        signsIn("/queue/admin/login/odd/1+1").then().statusCode(200);
        assertThat(counted()).isEqualTo(before + 2);
    }

    private double counted() {
        return metrics.counter("talon.password.in.path", "call", "queue/admin/login")
                .count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/queue/admin/login/odd/se/cret",
                "/queue/admin/login/secret",
                "/queue/admin/login//odd/secret/secret",
                "/operation/identify/wp-1/op1/sec/ret",
                "/operation/identify/op1/secret",
                "/api/1/operation/login/secret",
                "/login/secret"
            })
    void a_path_that_does_not_fit_is_refused_without_an_echo(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("bad-parameter").doesNotContain("secret", "cret");
    }

    @Test
    void a_call_that_is_none_goes_on_as_before() {
        given().get("/queue/admin/login/odd/secret").then().statusCode(405).body("detail", not(emptyOrNullString()));
        given().post("/operation/identification").then().statusCode(404);
    }
}
