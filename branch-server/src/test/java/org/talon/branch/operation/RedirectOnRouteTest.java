package org.talon.branch.operation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;

/** Visitors on route R1, which is 118 and then 124, who are sent elsewhere on their way. */
@BranchTest
class RedirectOnRouteTest {

    @Inject
    BranchFixture branch;

    Person admin;
    Person first;
    Person second;
    String ticket;

    @BeforeEach
    void two_operators_and_one_visitor_on_a_route() {
        branch.empty();
        branch.newDayAt("09:00");
        admin = branch.admin();
        first = branch.operator(1);
        second = branch.operator(2);
        ticket = admin.issues("R1", 0).jsonPath().getString("Id");
    }

    private void serve(Person operator) {
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);
    }

    private void completes(Person operator) {
        operator.posts("operation/complete").then().statusCode(200);
    }

    @Test
    void what_follows_a_redirected_step_is_that_step_of_the_route() {
        serve(first);
        first.posts("operation/redirect/117").then().statusCode(200).body("StateName", is("InQueue"));
        serve(second);
        completes(second);

        serve(first);
        completes(first);
        admin.gets("queue/admin/tickets/" + ticket)
                .then()
                .body("StateName", is("Closed"))
                .body("Products.Product.IntegrationId", contains("118", "124", "117"))
                .body("Products.StateName", contains("Redirected", "Completed", "Completed"));
    }

    @Test
    void who_comes_back_goes_on_with_the_route_where_he_left_it() {
        serve(first);
        first.posts("operation/redirect/117?returnAfter=true").then().statusCode(200);
        serve(second);
        completes(second);
        first.gets("operation/personal").then().body("Product.IntegrationId", contains("118"));

        serve(first);
        completes(first);
        second.gets("operation/queue").then().body("Product.IntegrationId", contains("124"));
    }

    @Test
    void the_hall_administrator_sends_on_a_step_that_waits() {
        String step = admin.gets("queue/admin/tickets/" + ticket).jsonPath().getString("Products[0].Id");

        admin.posts("queue/admin/redirect/117?ticketProductId=" + step).then().statusCode(200);

        serve(first);
        completes(first);
        second.gets("operation/queue").then().body("Product.IntegrationId", contains("124"));
    }
}
