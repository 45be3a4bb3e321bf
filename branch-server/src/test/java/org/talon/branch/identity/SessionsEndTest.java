package org.talon.branch.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;
import org.talon.branch.catalogue.TestCatalogue;
import org.talon.shared.identity.PasswordHash;
import org.talon.shared.identity.Role;
import org.talon.shared.identity.SessionTokens;

/** A token is worth no more than the session it stands for. */
@BranchTest
class SessionsEndTest {

    private static final String ADMIN =
            "$argon2id$v=19$m=19456,t=2,p=1$KWAXfEn5DKHtbr5i+JAWOQ$g0yZ8g/6GwuPaWnbmKmnbZRk1Mgfx/EsJOvteejsr/w\", roles: [HALL_ADMIN]";
    private static final String OPERATOR_1 =
            "{login: op1, name: Иванова А. П., passwordHash: \"$argon2id$v=19$m=19456,t=2,p=1$HeRwcSrBk4T6MkJlvqi5oA$PoGffE5WYi0N+/+LwDmnU0E4Br/+YTLPR4xOGnQD964\"";

    @Inject
    BranchFixture branch;

    @Inject
    TestCatalogue catalogue;

    @Inject
    SessionTokens tokens;

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
    }

    @AfterEach
    void the_usual_catalogue_again() throws Exception {
        catalogue.usual();
    }

    private static String hashOf(String password) {
        return PasswordHash.of(password, new SecureRandom());
    }

    @Test
    void who_signs_out_is_out_and_nobody_else() {
        // Given
        Person one = branch.admin();
        Person other = branch.admin();
        // When
        one.posts("queue/admin/logout").then().statusCode(200).body("Login", is("admin"));
        // Then
        one.gets("queue/admin/tickets").then().statusCode(401).body("Code", is("bad-token"));
        one.posts("queue/admin/logout").then().statusCode(401);
        other.gets("queue/admin/tickets").then().statusCode(200);
    }

    @Test
    void another_password_signs_an_administrator_out() throws Exception {
        Person admin = branch.admin();
        catalogue.with(ADMIN, hashOf("another") + "\", roles: [HALL_ADMIN]");
        admin.gets("queue/admin/tickets").then().statusCode(401).body("Code", is("bad-token"));
        given().formParam("login", "admin")
                .formParam("password", "another")
                .post("/queue/admin/login")
                .then()
                .statusCode(200);
    }

    @Test
    void a_change_that_does_not_concern_somebody_leaves_him_signed_in() throws Exception {
        Person admin = branch.admin();
        Person operator = branch.operator(2);
        catalogue.with(OPERATOR_1, OPERATOR_1 + ", disabled: true");
        admin.gets("queue/admin/tickets").then().statusCode(200);
        operator.gets("operation/state").then().statusCode(200);
    }

    @Test
    void another_password_signs_an_operator_out_and_his_visitor_stays_with_him() throws Exception {
        // Given
        Person operator = branch.operator(1);
        branch.admin().issue("118");
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);
        // When
        catalogue.with(OPERATOR_1, "{login: op1, name: Иванова А. П., passwordHash: \"" + hashOf("another") + "\"");
        // Then
        operator.gets("operation/state").then().statusCode(401).body("Code", is("session-ended"));
        operator.posts("operation/complete").then().statusCode(401).body("Code", is("session-ended"));
        String token = given().formParam("clientId", "wp-1")
                .formParam("login", "op1")
                .formParam("password", "another")
                .post("/operation/identify")
                .as(String.class);
        given().header("Authorization", token)
                .post("/operation/complete")
                .then()
                .statusCode(200)
                .body("StateName", is("Completed"));
        operator.gets("operation/state").then().statusCode(401);
    }

    @Test
    void who_is_disabled_is_out_and_does_not_get_in() throws Exception {
        Person operator = branch.operator(1);
        catalogue.with(OPERATOR_1, OPERATOR_1 + ", disabled: true");
        operator.gets("operation/state").then().statusCode(401);
        given().formParam("clientId", "wp-1")
                .formParam("login", "op1")
                .formParam("password", "demo")
                .post("/operation/identify")
                .then()
                .statusCode(401)
                .body("Code", is("wrong-login"));
        catalogue.usual();
        operator.gets("operation/state").then().statusCode(401);
        branch.operator(1).gets("operation/state").then().statusCode(200);
    }

    @Test
    void a_token_of_another_branch_is_refused_even_where_both_sign_by_one_key() {
        String foreign = tokens.issue(
                UUID.randomUUID(),
                "admin",
                Set.of(Role.HALL_ADMIN),
                Map.of(
                        "branch",
                        UUID.randomUUID().toString(),
                        SessionTokens.SESSION,
                        UUID.randomUUID().toString()));
        given().header("Authorization", foreign)
                .get("/queue/admin/tickets")
                .then()
                .statusCode(401)
                .body("Code", is("bad-token"));
    }
}
