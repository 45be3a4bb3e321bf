package org.talon.branch.operation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;

/** Visitors who are sent on, come back, and wait in personal queues. */
@BranchTest
class RedirectTest {

    @Inject
    BranchFixture branch;

    Person admin;
    Person first;
    Person second;

    @BeforeEach
    void two_operators_and_one_visitor() {
        branch.empty();
        branch.newDayAt("09:00");
        admin = branch.admin();
        first = branch.operator(1);
        second = branch.operator(2);
    }

    private String workPlace(Person operator) {
        return operator.gets("operation/state").jsonPath().getString("WorkPlace.Id");
    }

    private String user(Person operator) {
        return operator.gets("operation/state").jsonPath().getString("User.Id");
    }

    private void serve(Person operator) {
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);
    }

    @Test
    void a_redirect_ends_one_part_and_begins_another_that_keeps_the_first_queueing() {
        // Given
        String ticket = admin.issues("117", 4).jsonPath().getString("Id");
        branch.passes(300);
        serve(first);
        branch.passes(60);
        // When
        first.posts("operation/redirect/118")
                .then()
                .statusCode(200)
                .body("Product.IntegrationId", is("118"))
                .body("StateName", is("InQueue"))
                .body("CurrentPriority", is(4))
                .body("InvitedStartTime", nullValue());
        // Then
        admin.gets("queue/admin/tickets/" + ticket)
                .then()
                .body("Products.StateName", contains("Redirected", "InQueue"))
                .body(
                        "Products[1].InQueueStartTime",
                        is(admin.gets("queue/admin/tickets/" + ticket)
                                .jsonPath()
                                .getString("Products[0].InQueueStartTime")));
        branch.passes(40);
        second.posts("operation/invite").then().statusCode(200).body("Product.IntegrationId", is("118"));
        admin.gets("queue/statistics")
                .then()
                .body("Issued", is(1))
                .body("Redirected", is(1))
                .body("ServiceSumSeconds", is(60))
                .body("WaitSumSeconds", is(300 + 400));
    }

    @Test
    void who_is_sent_to_a_workplace_is_called_there_alone_and_first() {
        admin.issue("117");
        serve(first);
        branch.passes(60);
        admin.issues("117", 50);
        first.posts("operation/redirect/118?workPlaceId=" + workPlace(second))
                .then()
                .statusCode(200);

        first.gets("operation/queue/count").then().body(equalTo("1"));
        second.gets("operation/queue").then().body("Ticket.FullNumber", contains("A001", "A002"));
        second.posts("operation/invite")
                .then()
                .body("Ticket.FullNumber", is("A001"))
                .body("SelectionReason.Precedence", is("Redirected"))
                .body("SelectionReason.Waiting", is(1));
    }

    @Test
    void who_was_sent_to_somebody_who_leaves_may_go_anywhere() {
        admin.issue("117");
        serve(first);
        first.posts("operation/redirect/118?userId=" + user(second)).then().statusCode(200);
        first.posts("operation/invite").then().statusCode(404);

        second.posts("operation/logout").then().statusCode(200);

        first.posts("operation/invite").then().statusCode(200).body("Ticket.FullNumber", is("A001"));
    }

    @Test
    void nobody_is_sent_where_he_could_not_be_served_now() {
        Person third = branch.operator(3);
        admin.issue("117");
        serve(first);

        first.posts("operation/redirect/workPlaces/117").then().statusCode(200).body("ClientId", contains("wp-2"));
        first.posts("operation/redirect/users/118").then().body("Login", containsInAnyOrder("op2", "op3"));
        first.posts("operation/redirect/117?workPlaceId=" + workPlace(third))
                .then()
                .statusCode(422)
                .body("Code", is("cannot-serve"));
        second.posts("operation/break/begin").then().statusCode(200).body("StateName", is("Break"));
        first.posts("operation/redirect/users/117").then().body("", hasSize(0));
        first.posts("operation/redirect/117?userId=" + user(second)).then().statusCode(422);
        first.posts("operation/redirect/117?userId=0f8fad5b-d9cb-469f-a165-70867728950e")
                .then()
                .statusCode(404)
                .body("Code", is("user-unknown"));
        first.posts("operation/redirect/999").then().statusCode(404).body("Code", is("product-unknown"));
        first.gets("operation/state").then().body("StateName", is("Operating"));
    }

    @Test
    void a_visitor_comes_back_to_the_sender_when_the_other_part_is_done() {
        // Given
        String ticket = admin.issues("117", 0).jsonPath().getString("Id");
        serve(first);
        first.posts("operation/redirect/118?returnAfter=true").then().statusCode(200);
        first.gets("operation/personal/count").then().body(equalTo("0"));
        // When
        serve(second);
        second.posts("operation/complete").then().statusCode(200);
        // Then
        first.gets("operation/personal")
                .then()
                .body("Ticket.FullNumber", contains("A001"))
                .body("[0].StateName", is("Held"))
                .body("[0].Product.IntegrationId", is("117"));
        second.posts("operation/invite").then().statusCode(404);
        serve(first);
        first.posts("operation/complete").then().statusCode(200);
        admin.gets("queue/admin/tickets/" + ticket)
                .then()
                .body("StateName", is("Closed"))
                .body("Products.StateName", contains("Redirected", "Completed", "Completed"));
    }

    @Test
    void a_return_within_a_return_finds_its_way_back_to_the_first() {
        admin.issue("117");
        serve(first);
        first.posts("operation/redirect/118?returnAfter=true").then().statusCode(200);
        serve(second);
        second.posts("operation/redirect/119?returnAfter=true&workPlaceId=" + workPlace(first))
                .then()
                .statusCode(200);
        serve(first);
        first.posts("operation/complete").then().statusCode(200);
        second.gets("operation/personal").then().body("Product.IntegrationId", contains("118"));
        serve(second);
        second.posts("operation/complete").then().statusCode(200);

        first.gets("operation/personal").then().body("Product.IntegrationId", contains("117"));
    }

    @Test
    void who_is_held_waits_in_the_personal_queue_and_is_called_back_by_hand_or_in_turn() {
        admin.issue("117");
        branch.passes(10);
        admin.issue("117");
        serve(first);
        branch.passes(100);
        first.posts("operation/hold").then().statusCode(200).body("StateName", is("Held"));

        first.gets("operation/state").then().body("StateName", is("Free")).body("PersonalCount", is(1));
        String held = first.gets("operation/personal").jsonPath().getString("[0].Id");
        second.posts("operation/invite/" + held).then().statusCode(409).body("Code", is("held-elsewhere"));
        // in turn: A002 waits longer than A001 has been held
        first.posts("operation/invite").then().body("Ticket.FullNumber", is("A002"));
        first.posts("operation/reject").then().statusCode(200);
        first.posts("operation/invite/" + held)
                .then()
                .statusCode(200)
                .body("Ticket.FullNumber", is("A001"))
                .body("SelectionReason.Rule", is("by-hand"))
                .body("Calls", is(2));
        first.posts("operation/start").then().statusCode(200);
        branch.passes(20);
        first.posts("operation/complete").then().statusCode(200);
        admin.gets("queue/statistics").then().body("ServiceSumSeconds", is(120)).body("WaitCount", is(2));
    }

    @Test
    void a_break_is_taken_only_when_free_and_nobody_is_called_in_it() {
        admin.issue("117");
        first.posts("operation/invite").then().statusCode(200);
        first.posts("operation/break/begin").then().statusCode(409).body("Code", is("visitor-at-work-place"));
        first.posts("operation/reject").then().statusCode(200);
        first.posts("operation/break/end").then().statusCode(409).body("Code", is("no-break"));

        first.posts("operation/break/begin")
                .then()
                .statusCode(200)
                .body("State", is(4))
                .body(
                        "BreakStartTime",
                        equalTo(first.gets("operation/state").jsonPath().getString("BreakStartTime")));
        first.posts("operation/break/begin").then().statusCode(409).body("Code", is("on-break"));
        first.posts("operation/invite").then().statusCode(409).body("Code", is("on-break"));
        admin.gets("queue/statistics").then().body("OpenWorkPlaces", is(2)).body("BreakWorkPlaces", is(1));

        first.posts("operation/break/end").then().statusCode(200).body("StateName", is("Free"));
    }

    @Test
    void another_operator_takes_over_the_token_of_a_workplace() {
        first.posts("operation/login/op3/demo").then().statusCode(200).body("User.Login", is("op3"));
        first.gets("operation/state").then().body("User.Login", is("op3")).body("WorkPlace.ClientId", is("wp-1"));

        first.posts("operation/login/op3/wrong").then().statusCode(401);
        first.posts("operation/login/admin/admin-demo").then().statusCode(403);
        admin.issue("117");
        first.posts("operation/invite").then().statusCode(200);
        first.posts("operation/login/op1/demo").then().statusCode(409).body("Code", is("visitor-at-work-place"));
    }

    @Test
    void the_hall_administrator_sends_on_who_waits() {
        var ticket = admin.issues("117", 0).jsonPath();
        String part = ticket.getString("Products[0].Id");

        admin.posts("queue/admin/redirect/workPlaces/118")
                .then()
                .statusCode(200)
                .body("ClientId", hasSize(2));
        admin.posts("queue/admin/redirect/users/118").then().body("Login", containsInAnyOrder("op1", "op2"));
        admin.posts("queue/admin/redirect/118").then().statusCode(400).body("Errors[0].Field", is("ticketProductId"));
        admin.posts("queue/admin/redirect/118?priority=9&ticketProductId=" + part)
                .then()
                .statusCode(200)
                .body("Product.IntegrationId", is("118"))
                .body("CurrentPriority", is(9));
        admin.posts("queue/admin/redirect/118?ticketProductId=" + part)
                .then()
                .statusCode(409)
                .body("Code", is("wrong-state"));
        admin.gets("queue/statistics").then().body("Redirected", is(1)).body("ServiceCount", is(0));
    }

    @Test
    void each_workplace_chooses_by_its_own_policy_and_says_why() {
        // Given: an hour of waiting, against ten points of priority at five minutes each
        admin.issue("119");
        branch.passes(3600);
        admin.issues("119", 10);
        // Then
        first.gets("operation/queue").then().body("Ticket.FullNumber", contains("A002", "A001"));
        branch.operator(4)
                .posts("operation/invite")
                .then()
                .body("Ticket.FullNumber", is("A001"))
                .body("SelectionReason.Rule", is("head-start"))
                .body("SelectionReason.WaitedSeconds", is(3600))
                .body("SelectionReason.Waiting", is(1))
                .body("SelectionReason.PassedOver", is(0));
        first.posts("operation/invite")
                .then()
                .body("Ticket.FullNumber", is("A002"))
                .body("SelectionReason.Rule", is("priority"))
                .body("SelectionReason.Priority", is(10))
                .body("SelectionReason.TargetWaitMinutes", is(15));
    }

    @Test
    void under_target_ratio_the_tighter_norm_goes_first() {
        admin.issue("123"); // 30 minutes
        branch.passes(60);
        admin.issue("117"); // 10 minutes
        branch.passes(600);

        branch.operator(5)
                .posts("operation/invite")
                .then()
                .body("Product.IntegrationId", is("117"))
                .body("SelectionReason.Rule", is("target-ratio"))
                .body("SelectionReason.PassedOver", is(1));
    }

    @Test
    void the_menu_for_redirects_is_a_tree_whose_leaves_have_no_sub_items() {
        first.gets("operation/menu")
                .then()
                .statusCode(200)
                .body("Name", is("Киоск"))
                .body("MenuItems[0].SubItems[0].Product.IntegrationId", is("117"))
                .body("MenuItems[0].containsKey('Product')", is(false))
                .body("MenuItems[1].containsKey('SubItems')", is(false));
    }
}
