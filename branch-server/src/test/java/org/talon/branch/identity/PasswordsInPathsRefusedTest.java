package org.talon.branch.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.branch.BranchTest;

/** A branch without old clients takes passwords in the body only. */
@BranchTest
@TestProfile(PasswordsInPathsRefusedTest.BodyOnly.class)
class PasswordsInPathsRefusedTest {

    public static class BodyOnly implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("talon.http.password-in-path", "false");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/queue/admin/login/admin/admin-demo",
                "/operation/identify/wp-1/op1/demo",
                "/operation/login/op1/demo",
                "/queue/admin/login?login=admin&password=admin-demo"
            })
    void a_password_in_the_path_is_refused(String path) {
        given().post(path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("Code", is("password-in-path"))
                .body("detail", not(containsString("demo")));
    }

    @Test
    void one_in_the_body_is_taken() {
        given().formParam("login", "admin")
                .formParam("password", "admin-demo")
                .post("/queue/admin/login")
                .then()
                .statusCode(200);
    }
}
