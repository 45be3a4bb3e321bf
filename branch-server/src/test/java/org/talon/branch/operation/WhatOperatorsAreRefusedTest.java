package org.talon.branch.operation;

import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;

/** What an operator cannot do now is refused with the state that forbids it, and his workplace stays as it was. */
@BranchTest
class WhatOperatorsAreRefusedTest {

    private static final String NOBODYS = "0f8fad5b-d9cb-469f-a165-70867728950e";

    @Inject
    BranchFixture branch;

    Person admin;
    Person operator;

    @BeforeEach
    void one_operator_in_an_empty_hall() {
        branch.empty();
        admin = branch.admin();
        operator = branch.operator(1);
    }

    private void stays(String state) {
        operator.gets("operation/state").then().body("StateName", is(state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "reject", "complete", "hold", "recall", "redirect/118"})
    void without_a_visitor_there_is_nobody_to_serve(String step) {
        refused(operator.posts("operation/" + step), 409, "nobody-here");
        stays("Free");
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "hold", "redirect/118"})
    void who_is_only_called_is_not_served_yet(String step) {
        admin.issue("117");
        operator.posts("operation/invite").then().statusCode(200);

        refused(operator.posts("operation/" + step), 409, "wrong-state");
        stays("Invited");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "reject", "recall"})
    void who_is_served_is_called_no_more(String step) {
        admin.issue("117");
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);

        refused(operator.posts("operation/" + step), 409, "wrong-state");
        stays("Operating");
    }

    @Test
    void a_workplace_with_a_visitor_takes_no_other_and_is_not_left() {
        admin.issue("117");
        String other = admin.issue("117").toString();
        operator.posts("operation/invite").then().statusCode(200);

        for (String state : new String[] {"Invited", "Operating"}) {
            refused(operator.posts("operation/invite"), 409, "work-place-busy");
            refused(operator.posts("operation/invite/" + other), 409, "work-place-busy");
            refused(operator.posts("operation/break/begin"), 409, "visitor-at-work-place");
            refused(operator.posts("operation/logout"), 409, "visitor-at-work-place");
            refused(operator.posts("operation/login/op2/demo"), 409, "visitor-at-work-place");
            refused(operator.posts("operation/login?login=op2&password=demo"), 409, "visitor-at-work-place");
            stays(state);
            operator.posts("operation/start");
        }
    }

    @Test
    void in_a_break_nobody_is_called() {
        String visitor = admin.issue("117").toString();
        refused(operator.posts("operation/break/end"), 409, "no-break");
        operator.posts("operation/break/begin").then().statusCode(200);

        refused(operator.posts("operation/break/begin"), 409, "on-break");
        refused(operator.posts("operation/invite"), 409, "on-break");
        refused(operator.posts("operation/invite/" + visitor), 409, "on-break");
        stays("Break");
    }

    @Test
    void whom_nobody_may_call_is_not_called() {
        var over = admin.issues("117", 0).jsonPath();
        String visitor = over.getString("Products[0].Id");
        admin.posts("queue/admin/tickets/" + over.getString("Id") + "/" + visitor + "/cancel")
                .then()
                .statusCode(200);

        refused(operator.posts("operation/invite/" + visitor), 409, "wrong-state");
        refused(operator.posts("operation/invite/" + NOBODYS), 404, "ticket-product-unknown");
        refused(operator.posts("operation/invite/A001"), 400, "bad-parameter")
                .body("Errors[0].Field", is("ticketProductId"));
        stays("Free");
    }

    @ParameterizedTest
    @CsvSource({
        "redirect/999, 404, product-unknown,",
        "redirect/users/999, 404, product-unknown,",
        "redirect/workPlaces/999, 404, product-unknown,",
        "redirect/118?userId=NOBODYS, 404, user-unknown,",
        "redirect/118?workPlaceId=NOBODYS, 404, work-place-unknown,",
        "redirect/118?userId=op2, 400, bad-parameter, userId",
        "redirect/118?workPlaceId=wp-2, 400, bad-parameter, workPlaceId",
        "redirect/118?priority=101, 400, bad-parameter, priority",
        "redirect/118?returnAfter=perhaps, 400, bad-parameter, returnAfter"
    })
    void a_visitor_is_not_sent_where_nobody_is(String path, int status, String code, String field) {
        admin.issue("117");
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);

        refused(operator.posts("operation/" + path.replace("NOBODYS", NOBODYS)), status, code)
                .body(field == null ? "Errors" : "Errors[0].Field", is(field));
        stays("Operating");
    }

    @ParameterizedTest
    @CsvSource({
        "login/op2/wrong, 401, wrong-login,",
        "login/nobody/demo, 401, wrong-login,",
        "login/admin/admin-demo, 403, role-missing,",
        "login?login=op2&password=wrong, 401, wrong-login,",
        "login?login=admin&password=admin-demo, 403, role-missing,",
        "login?password=demo, 400, bad-parameter, login",
        "login?login=op2, 400, bad-parameter, password"
    })
    void who_is_no_operator_takes_over_no_workplace(String path, int status, String code, String field) {
        refused(operator.posts("operation/" + path), status, code)
                .body(field == null ? "Errors" : "Errors[0].Field", is(field));

        operator.gets("operation/state").then().body("User.Login", is("op1"));
    }

    private static ValidatableResponse refused(io.restassured.response.Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("Code", is(code));
    }
}
