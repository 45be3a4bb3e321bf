package org.talon.branch.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;

/** Tickets with more than one service, side by side or one after another. */
@BranchTest
class SeveralServicesTest {

    private static final String NEW = "/queue/admin/tickets/new";

    @Inject
    BranchFixture branch;

    Person admin;

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
        branch.newDayAt("09:00");
        admin = branch.admin();
    }

    private JsonPath issue(Object... products) {
        var answer = admin.calls().queryParam("productId", products).post(NEW);
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    private String path(JsonPath ticket, int product, String verb) {
        return "queue/admin/tickets/" + ticket.getString("Id") + "/" + ticket.getString("Products[" + product + "].Id")
                + "/" + verb;
    }

    @Test
    void one_ticket_holds_several_services_each_with_its_own_state() {
        var ticket = issue("117", "118");

        assertThat(ticket.getString("FullNumber")).isEqualTo("A001");
        assertThat(ticket.getList("Products.Name", String.class)).containsExactly("Платежи", "Кредиты");
        assertThat(ticket.getList("Products.StateName", String.class)).containsExactly("InQueue", "InQueue");
        assertThat(ticket.getString("Products[0].Chain")).isNull();
    }

    @Test
    void a_service_that_a_ticket_has_is_not_added_until_it_is_over() {
        JsonPath ticket = issue("117");
        String add = "queue/admin/tickets/" + ticket.getString("Id") + "/addProduct/117";

        admin.posts(add).then().statusCode(409).body("Code", equalTo("wrong-state"));

        issueMore(ticket, "118");
        admin.posts(path(ticket, 0, "cancel")).then().statusCode(200);
        admin.posts(add).then().statusCode(200);
    }

    private void issueMore(JsonPath ticket, String product) {
        admin.posts("queue/admin/tickets/" + ticket.getString("Id") + "/addProduct/" + product)
                .then()
                .statusCode(200);
    }

    @Test
    void services_may_be_separated_by_commas_too() {
        admin.calls()
                .formParam("productId", "117, 118")
                .post(NEW)
                .then()
                .statusCode(200)
                .body("Products", hasSize(2));
    }

    @Test
    void a_service_is_asked_for_once() {
        admin.calls()
                .queryParam("productId", "117,117")
                .post(NEW)
                .then()
                .statusCode(400)
                .body("Errors[0].Field", is("productId"));
    }

    @Test
    void each_service_is_cancelled_and_prioritised_alone() {
        var ticket = issue("117", "118");

        admin.posts(path(ticket, 0, "setPriority") + "?priority=7")
                .then()
                .statusCode(200)
                .body("CurrentPriority", is(7));
        admin.posts(path(ticket, 1, "cancel"))
                .then()
                .statusCode(200)
                .body("StateName", is("InQueue"))
                .body("Products.StateName", contains("InQueue", "Cancelled"))
                .body("Products.CurrentPriority", contains(7, 0));
        admin.posts(path(ticket, 0, "cancel")).then().statusCode(200).body("StateName", is("Closed"));
    }

    @Test
    void while_a_visitor_is_at_a_workplace_his_other_services_are_not_called() {
        // Given
        issue("117", "118");
        var first = branch.operator(1);
        var second = branch.operator(2);
        first.posts("operation/invite").then().statusCode(200).body("Product.IntegrationId", is("117"));
        // Then
        second.gets("operation/queue/count").then().body(equalTo("0"));
        second.posts("operation/invite").then().statusCode(404).body("Code", is("queue-empty"));
        // When
        first.posts("operation/start").then().statusCode(200);
        first.posts("operation/complete").then().statusCode(200);
        // Then
        second.posts("operation/invite").then().statusCode(200).body("Product.IntegrationId", is("118"));
    }

    @Test
    void two_workplaces_at_once_never_call_one_visitor_for_two_services() throws Exception {
        var one = branch.operator(1);
        var two = branch.operator(2);
        for (int round = 0; round < 20; round++) {
            issue("117", "118");
            List<Callable<Integer>> calls = List.of(
                    () -> one.posts("operation/invite").statusCode(),
                    () -> two.posts("operation/invite").statusCode());
            try (var threads = Executors.newFixedThreadPool(2)) {
                int called = 0;
                for (Future<Integer> answer : threads.invokeAll(calls)) {
                    assertThat(answer.get()).isIn(200, 404);
                    called += answer.get() == 200 ? 1 : 0;
                }
                assertThat(called).isEqualTo(1);
            }
            for (Person operator : List.of(one, two)) {
                operator.posts("operation/reject");
            }
            Person rest = round % 2 == 0 ? one : two;
            rest.posts("operation/invite").then().statusCode(200);
            rest.posts("operation/reject").then().statusCode(200);
        }
    }

    @Test
    void a_service_is_added_to_a_ticket_whose_visitor_is_in_the_hall() {
        var ticket = issue("117");
        String add = "queue/admin/tickets/" + ticket.getString("Id") + "/addProduct/118?priority=3";

        admin.posts(add)
                .then()
                .statusCode(200)
                .body("Product.IntegrationId", is("118"))
                .body("CurrentPriority", is(3))
                .body("StateName", is("InQueue"))
                .body("Ticket.FullNumber", is("A001"));

        admin.posts(path(ticket, 0, "cancel")).then().statusCode(200);
        var all = admin.gets("queue/admin/tickets/" + ticket.getString("Id")).jsonPath();
        admin.posts(path(all, 1, "cancel")).then().statusCode(200).body("StateName", is("Closed"));
        admin.posts(add).then().statusCode(409).body("Code", is("ticket-not-in-hall"));
    }

    @Test
    void services_of_a_route_become_due_one_after_another() {
        // Given
        var ticket = issue("R1");
        assertThat(ticket.getList("Products.Product.IntegrationId", String.class))
                .containsExactly("118", "124");
        assertThat(ticket.getList("Products.StateName", String.class)).containsExactly("InQueue", "Booked");
        assertThat(ticket.getString("Products[0].Chain")).isNotNull().isEqualTo(ticket.getString("Products[1].Chain"));
        assertThat(ticket.getBoolean("Products[1].IsPending")).isFalse();
        var operator = branch.operator(1);
        operator.gets("operation/queue/count").then().body(equalTo("1"));
        // When
        branch.passes(600);
        serveNext(operator, 300);
        // Then
        admin.gets("queue/admin/tickets/" + ticket.getString("Id"))
                .then()
                .body("Products.StateName", contains("Completed", "InQueue"))
                .body("Products[1].InQueueStartTime", notNullValue());
        branch.passes(60);
        serveNext(operator, 30);
        admin.gets("queue/admin/tickets/" + ticket.getString("Id")).then().body("StateName", is("Closed"));
        // the wait of the second step begins with the end of the first one
        admin.gets("queue/statistics")
                .then()
                .body("Issued", is(2))
                .body("WaitSumSeconds", is(660))
                .body("Completed", is(2));
    }

    @Test
    void a_cancelled_step_of_a_route_lets_the_next_one_wait() {
        var ticket = issue("R1");

        admin.posts(path(ticket, 0, "cancel"))
                .then()
                .statusCode(200)
                .body("Products.StateName", contains("Cancelled", "InQueue"));
    }

    @Test
    void a_menu_item_that_leads_to_a_route_stands_for_it() {
        var menus = admin.gets("config/menus").jsonPath();
        String item = admin.gets("config/menus/" + menus.getString("[0].Id"))
                .jsonPath()
                .getString("MenuItems.find { it.Name == 'Открыть счёт' }.Id");

        admin.calls()
                .queryParam("menuLinkId", item)
                .post(NEW)
                .then()
                .statusCode(200)
                .body("Products", hasSize(2));
    }

    @Test
    void what_is_called_again_is_called_for_the_second_time() {
        issue("117");
        var operator = branch.operator(1);
        operator.posts("operation/recall").then().statusCode(409).body("Code", is("nobody-here"));
        operator.posts("operation/invite").then().statusCode(200).body("Calls", is(1));

        operator.posts("operation/recall")
                .then()
                .statusCode(200)
                .body("Calls", is(2))
                .body("StateName", is("Invited"));

        operator.posts("operation/start").then().statusCode(200).body("OperatingStartTime", notNullValue());
        operator.posts("operation/recall").then().statusCode(409).body("Code", is("wrong-state"));
        admin.gets("queue/statistics").then().body("WaitCount", is(1));
    }

    private void serveNext(Person operator, long seconds) {
        operator.posts("operation/invite").then().statusCode(200).body("CompletedEndTime", nullValue());
        operator.posts("operation/start").then().statusCode(200);
        branch.passes(seconds);
        operator.posts("operation/complete").then().statusCode(200);
    }
}
