package org.talon.branch.operation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;

@BranchTest
class ServeVisitorTest {

    @Inject
    BranchFixture branch;

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
    }

    @Test
    void the_longest_waiting_visitor_is_called_first() {
        // Given
        var admin = branch.admin();
        admin.issue("117");
        branch.passes(300);
        admin.issue("118");
        var operator = branch.operator(1);
        // When
        var invited = operator.posts("operation/invite");
        // Then
        invited.then()
                .statusCode(200)
                .body("Ticket.FullNumber", is("A001"))
                .body("State", is(2))
                .body("StateName", is("Invited"))
                .body("Calls", is(1))
                .body("WorkPlace.ClientId", is("wp-1"))
                .body("User.Login", is("op1"));
    }

    @Test
    void a_higher_priority_goes_before_a_longer_wait() {
        var admin = branch.admin();
        admin.issue("117");
        branch.passes(60);
        admin.issues("118", 10);

        var operator = branch.operator(1);
        operator.gets("operation/queue")
                .then()
                .statusCode(200)
                .body("Ticket.FullNumber", contains("B001", "A001"))
                .body("Position", contains(1, 2));
        operator.posts("operation/invite").then().body("Ticket.FullNumber", is("B001"));
    }

    @Test
    void a_visitor_is_served_from_call_to_end() {
        // Given
        var admin = branch.admin();
        var ticket = admin.issues("117", 0);
        var operator = branch.operator(1);
        operator.gets("operation/state").then().body("StateName", is("Free")).body("QueueCount", is(1));
        // When
        branch.passes(90);
        operator.posts("operation/invite/" + ticket.jsonPath().getString("Products[0].Id"))
                .then()
                .statusCode(200);
        operator.gets("operation/state")
                .then()
                .body("StateName", is("Invited"))
                .body("TicketProduct.Ticket.FullNumber", is("A001"));
        branch.passes(10);
        operator.posts("operation/start").then().statusCode(200).body("StateName", is("Operating"));
        branch.passes(120);
        operator.posts("operation/complete")
                .then()
                .statusCode(200)
                .body("StateName", is("Completed"))
                .body("CompletedEndTime", notNullValue());
        // Then
        admin.gets("queue/admin/tickets/" + ticket.jsonPath().getString("Id"))
                .then()
                .body("State", is(4))
                .body("StateName", is("Closed"))
                .body("Products[0].State", is(4));
        operator.gets("operation/state").then().body("StateName", is("Free")).body("TicketProduct", nullValue());
    }

    @Test
    void a_visitor_who_does_not_come_is_rejected() {
        branch.admin().issue("117");
        var operator = branch.operator(1);
        operator.posts("operation/invite").then().statusCode(200);

        operator.posts("operation/reject").then().statusCode(200).body("StateName", is("Rejected"));

        operator.posts("operation/reject").then().statusCode(409).body("Code", is("nobody-here"));
    }

    @Test
    void nobody_waiting_is_said_as_such() {
        branch.operator(1)
                .posts("operation/invite")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("Code", is("queue-empty"))
                .body("UserMessage", is("В очереди никого нет."));
    }

    @Test
    void two_operators_never_get_the_same_visitor() {
        var visitor = branch.admin().issue("117");
        branch.operator(1).posts("operation/invite/" + visitor).then().statusCode(200);

        branch.operator(2)
                .posts("operation/invite/" + visitor)
                .then()
                .statusCode(409)
                .body("Code", is("already-invited"));
    }

    @Test
    void a_workplace_calls_nobody_while_a_visitor_is_there() {
        var admin = branch.admin();
        admin.issue("117");
        admin.issue("117");
        var operator = branch.operator(1);
        operator.posts("operation/invite").then().statusCode(200);

        operator.posts("operation/invite").then().statusCode(409).body("Code", is("work-place-busy"));
        operator.gets("operation/queue/count").then().statusCode(200).body(equalTo("1"));
    }

    @Test
    void a_workplace_calls_only_whom_it_serves() {
        var admin = branch.admin();
        admin.issue("117");
        admin.issue("118");

        branch.operator(3).posts("operation/invite").then().body("Ticket.FullNumber", is("B001"));
    }

    @Test
    void service_cannot_end_before_it_began() {
        branch.admin().issue("117");
        var operator = branch.operator(1);
        operator.posts("operation/invite").then().statusCode(200);

        operator.posts("operation/complete")
                .then()
                .statusCode(409)
                .body("Code", is("wrong-state"))
                .body("detail", is("the service is Invited and cannot become Completed"));
    }

    @Test
    void nobody_logs_out_on_a_visitor_and_a_token_is_dead_after_logout() {
        branch.admin().issue("117");
        var operator = branch.operator(1);
        operator.posts("operation/invite").then().statusCode(200);

        operator.posts("operation/logout").then().statusCode(409).body("Code", is("visitor-at-work-place"));
        operator.posts("operation/reject").then().statusCode(200);
        operator.posts("operation/logout").then().statusCode(200).body("StateName", is("Closed"));

        operator.gets("operation/state").then().statusCode(401).body("Code", is("session-ended"));
    }

    @Test
    void a_workplace_takes_one_operator() {
        branch.operator(1);

        io.restassured.RestAssured.given()
                .post("/operation/identify/wp-1/op2/demo")
                .then()
                .statusCode(409)
                .body("Code", is("work-place-taken"));
    }

    @Test
    void answers_show_the_branch_wall_clock_without_offset() {
        var day = branch.newDayAt("10:15:00");

        branch.admin().issues("117", 0).then().body("Created", is(day + "T10:15:00"));
    }
}
