package org.talon.branch.operation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;

/** Operators leave, in order or not; no visitor stays behind whom nobody may call. */
@BranchTest
class LeavingTest {

    @Inject
    BranchFixture branch;

    Person admin;
    Person first;
    Person second;

    @BeforeEach
    void two_operators() {
        branch.empty();
        branch.newDayAt("09:00");
        admin = branch.admin();
        first = branch.operator(1);
        second = branch.operator(2);
    }

    private void serve(Person operator) {
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);
    }

    private static String workPlace(Person operator) {
        return operator.gets("operation/state").jsonPath().getString("WorkPlace.Id");
    }

    @Test
    void who_is_held_waits_for_anybody_once_his_workplace_closes_and_as_long_as_he_has_waited() {
        admin.issue("117");
        serve(first);
        branch.passes(60);
        admin.issue("117");
        first.posts("operation/hold").then().statusCode(200);

        first.posts("operation/logout").then().statusCode(200);

        second.gets("operation/queue")
                .then()
                .body("Ticket.FullNumber", contains("A001", "A002"))
                .body("StateName", contains("InQueue", "InQueue"));
    }

    @Test
    void who_would_come_back_to_a_workplace_that_has_closed_waits_for_anybody() {
        admin.issue("117");
        serve(first);
        first.posts("operation/redirect/118?returnAfter=true").then().statusCode(200);
        first.posts("operation/logout").then().statusCode(200);

        serve(second);
        second.posts("operation/complete").then().statusCode(200);

        second.gets("operation/queue")
                .then()
                .body("Product.IntegrationId", contains("117"))
                .body("StateName", contains("InQueue"));
    }

    @Test
    void who_is_meant_for_a_user_stays_so_while_the_user_sits_at_another_workplace() {
        first.posts("operation/login/op2/demo").then().statusCode(200);
        String op2 = second.gets("operation/state").jsonPath().getString("User.Id");
        admin.issue("117");
        serve(second);
        second.posts("operation/redirect/118?userId=" + op2).then().statusCode(200);
        var third = branch.operator(3);

        first.posts("operation/logout").then().statusCode(200);
        third.gets("operation/queue/count").then().body(equalTo("0"));

        second.posts("operation/logout").then().statusCode(200);
        third.gets("operation/queue/count").then().body(equalTo("1"));
    }

    @Test
    void a_visitor_who_was_sent_to_another_is_not_called_by_hand_either() {
        admin.issue("117");
        serve(first);
        String next = first.posts("operation/redirect/118?workPlaceId=" + workPlace(second))
                .jsonPath()
                .getString("Id");

        first.posts("operation/invite/" + next).then().statusCode(409).body("Code", is("meant-for-another"));
        second.posts("operation/invite/" + next).then().statusCode(200);
        first.posts("operation/invite/" + next).then().statusCode(409).body("Code", is("already-invited"));
    }

    @Test
    void the_hall_administrator_frees_the_workplace_of_one_who_has_gone() {
        // Given: somebody is served there, and somebody held
        admin.issue("117");
        admin.issue("117");
        serve(first);
        first.posts("operation/hold").then().statusCode(200);
        String served = first.posts("operation/invite/"
                        + second.gets("operation/queue").jsonPath().getString("[0].Id"))
                .jsonPath()
                .getString("Ticket.Id");
        first.posts("operation/start").then().statusCode(200);
        String place = workPlace(first);
        // When
        admin.posts("queue/admin/workPlaces/" + place + "/close")
                .then()
                .statusCode(200)
                .body("StateName", is("Closed"))
                .body("ClientId", is("wp-1"));
        // Then
        first.gets("operation/state").then().statusCode(401).body("Code", is("session-ended"));
        admin.gets("queue/admin/tickets/" + served).then().body("Products.StateName", contains("Completed"));
        second.gets("operation/queue").then().body("", hasSize(1));
        admin.gets("queue/statistics").then().body("OpenWorkPlaces", is(1)).body("Held", is(0));
        admin.posts("queue/admin/workPlaces/" + place + "/close")
                .then()
                .statusCode(409)
                .body("Code", is("work-place-closed"));
    }

    @Test
    void who_was_called_to_a_workplace_that_is_freed_has_not_come() {
        String ticket = admin.issues("117", 0).jsonPath().getString("Id");
        first.posts("operation/invite").then().statusCode(200);

        admin.posts("queue/admin/workPlaces/" + workPlace(first) + "/close")
                .then()
                .statusCode(200);

        admin.gets("queue/admin/tickets/" + ticket).then().body("Products.StateName", contains("Rejected"));
    }

    @Test
    void only_a_workplace_of_the_branch_is_freed() {
        admin.posts("queue/admin/workPlaces/0f8fad5b-d9cb-469f-a165-70867728950e/close")
                .then()
                .statusCode(404)
                .body("Code", is("work-place-unknown"));
        admin.posts("queue/admin/workPlaces/first/close").then().statusCode(400).body("Code", is("bad-parameter"));
        first.posts("queue/admin/workPlaces/" + workPlace(first) + "/close")
                .then()
                .statusCode(403);
    }
}
