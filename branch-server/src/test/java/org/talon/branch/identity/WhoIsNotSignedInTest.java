package org.talon.branch.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;

@BranchTest
class WhoIsNotSignedInTest {

    @Inject
    BranchFixture branch;

    @BeforeEach
    void operator_1_is_at_his_workplace() {
        branch.empty();
        branch.operator(1);
    }

    @ParameterizedTest
    @CsvSource({
        "queue/admin/login, 400, bad-parameter, login",
        "queue/admin/login?login=admin, 400, bad-parameter, password",
        "queue/admin/login?login=admin&password=, 400, bad-parameter, password",
        "queue/admin/login?login=admin&password=wrong, 401, wrong-login,",
        "queue/admin/login/admin/wrong, 401, wrong-login,",
        "queue/admin/login/nobody/admin-demo, 401, wrong-login,",
        "queue/admin/login?login=op1&password=demo, 403, role-missing,",
        "queue/admin/login/op1/demo, 403, role-missing,",
        "operation/identify?login=op2&password=demo, 400, bad-parameter, clientId",
        "operation/identify?clientId=wp-2&password=demo, 400, bad-parameter, login",
        "operation/identify?clientId=wp-2&login=op2, 400, bad-parameter, password",
        "operation/identify?clientId=wp-2&login=op2&password=wrong, 401, wrong-login,",
        "operation/identify/wp-2/op2/wrong, 401, wrong-login,",
        "operation/identify/wp-2/nobody/demo, 401, wrong-login,",
        "operation/identify?clientId=wp-2&login=admin&password=admin-demo, 403, role-missing,",
        "operation/identify/wp-2/admin/admin-demo, 403, role-missing,",
        "operation/identify?clientId=wp-99&login=op2&password=demo, 404, work-place-unknown,",
        "operation/identify/wp-99/op2/demo, 404, work-place-unknown,",
        "operation/identify?clientId=wp-1&login=op2&password=demo, 409, work-place-taken,",
        "operation/identify/wp-1/op2/demo, 409, work-place-taken,"
    })
    void a_login_that_does_not_fit_is_refused_and_says_why(String path, int status, String code, String field) {
        given().post("/" + path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("Code", is(code))
                .body(field == null ? "Errors" : "Errors[0].Field", is(field));
    }
}
