package org.talon.branch.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;

@BranchTest
class IssueTicketTest {

    private static final String NEW = "/queue/admin/tickets/new";

    @Inject
    BranchFixture branch;

    Person admin;

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
        admin = branch.admin();
    }

    @Test
    void a_ticket_has_the_known_shape() {
        admin.issues("117", 5)
                .then()
                .body("Prefix", is("A"))
                .body("Number", is(1))
                .body("FullNumber", is("A001"))
                .body("PinCode", matchesPattern("\\d{6}"))
                .body("State", is(1))
                .body("StateName", is("InQueue"))
                .body("Products", hasSize(1))
                .body("Products[0].Name", is("Платежи"))
                .body("Products[0].Product.IntegrationId", is("117"))
                .body("Products[0].IsPending", is(false))
                .body("Products[0].CurrentPriority", is(5))
                .body("Products[0].Position", is(1))
                .body("Products[0].Calls", is(0))
                .body("Products[0].InvitedStartTime", nullValue())
                .body("Products[0].Ticket.FullNumber", is("A001"))
                .body("Products[0].Ticket.Products", nullValue());
    }

    @Test
    void services_with_one_prefix_share_their_numbers() {
        admin.issues("117", 0).then().body("FullNumber", is("A001"));
        admin.issues("119", 0).then().body("FullNumber", is("A002"));
        admin.issues("118", 0).then().body("FullNumber", is("B001"));
    }

    @Test
    void numbers_begin_anew_with_the_branch_own_midnight() {
        var day = branch.newDayAt("23:59:59");
        admin.issues("117", 0).then().body("FullNumber", is("A001")).body("Created", is(day + "T23:59:59"));

        branch.passes(1);

        admin.issues("117", 0).then().body("FullNumber", is("A001")).body("Created", is(day.plusDays(1) + "T00:00:00"));
    }

    @Test
    void numbers_are_dense_however_many_kiosks_press_at_once() throws Exception {
        List<Callable<Integer>> presses = new ArrayList<>();
        IntStream.range(0, 120)
                .forEach(
                        i -> presses.add(() -> admin.issues("117", 0).jsonPath().getInt("Number")));
        List<Integer> numbers = new ArrayList<>();
        try (var kiosks = Executors.newFixedThreadPool(16)) {
            for (Future<Integer> number : kiosks.invokeAll(presses)) {
                numbers.add(number.get());
            }
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 120).boxed().toList());
    }

    @Test
    void parameters_come_from_query_form_or_json_in_any_case_and_under_both_prefixes() {
        admin.calls().queryParam("PRODUCTID", "117").post(NEW).then().statusCode(200);
        admin.calls().formParam("productId", "117").post("/api/1" + NEW).then().statusCode(200);
        admin.calls()
                .contentType(ContentType.JSON)
                .body("{\"ProductId\": 117, \"priority\": \"7\"}")
                .post(NEW + "/")
                .then()
                .statusCode(200)
                .body("Products[0].CurrentPriority", is(7));
    }

    @Test
    void a_menu_item_stands_for_its_product() {
        String kiosk = "menu/3f0c5b7a-5d3e-4a57-9a3c-0d5d1c1f0001/Киоск/Деньги/117";
        var menuItem = java.util.UUID.nameUUIDFromBytes(kiosk.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        admin.calls()
                .queryParam("menuLinkId", menuItem.toString())
                .post(NEW)
                .then()
                .statusCode(200)
                .body("Products[0].Name", is("Платежи"));
    }

    @Test
    void what_does_not_fit_is_refused_and_nothing_is_issued() {
        admin.calls().post(NEW).then().statusCode(400).body("Errors[0].Field", is("productId"));
        admin.calls()
                .queryParam("productId", "999")
                .post(NEW)
                .then()
                .statusCode(404)
                .body("Code", is("product-unknown"));
        admin.calls()
                .queryParam("productId", "117")
                .queryParam("priority", "101")
                .post(NEW)
                .then()
                .statusCode(400)
                .body("Errors[0].Message", containsString("-100 to 100"));
        admin.calls()
                .contentType(ContentType.JSON)
                .body("{")
                .post(NEW)
                .then()
                .statusCode(400)
                .body("Code", is("malformed-body"));
        admin.calls().contentType(ContentType.TEXT).body("x").post(NEW).then().statusCode(415);

        admin.issues("117", 0).then().body("Number", is(1));
    }

    @Test
    void a_cancelled_ticket_is_closed_and_called_no_more() {
        var ticket = admin.issues("117", 0).jsonPath();
        String path =
                "queue/admin/tickets/" + ticket.getString("Id") + "/" + ticket.getString("Products[0].Id") + "/cancel";

        admin.posts(path).then().statusCode(200).body("StateName", is("Closed")).body("Products[0].State", is(6));

        admin.posts(path).then().statusCode(409).body("Code", is("wrong-state"));
        admin.gets("queue/admin/tickets").then().body("", hasSize(0));
        admin.gets("queue/admin/tickets?state=all").then().body("", hasSize(1));
    }

    @Test
    void a_new_priority_changes_the_place_in_the_queue() {
        admin.issue("117");
        var ticket = admin.issues("117", 0).jsonPath();

        admin.posts("queue/admin/tickets/" + ticket.getString("Id") + "/" + ticket.getString("Products[0].Id")
                        + "/setPriority?priority=50")
                .then()
                .statusCode(200)
                .body("CurrentPriority", is(50))
                .body("Position", is(1));
    }

    @Test
    void a_long_list_is_read_page_by_page_and_nobody_is_missed() {
        IntStream.range(0, 5).forEach(i -> admin.issue("117"));
        List<String> seen = new ArrayList<>();
        String after = "";
        while (after != null) {
            var page = admin.gets("queue/admin/tickets?limit=2" + after);
            seen.addAll(page.jsonPath().getList("FullNumber"));
            after = page.header("X-Next") == null ? null : "&after=" + page.header("X-Next");
        }
        assertThat(seen).containsExactly("A001", "A002", "A003", "A004", "A005");
    }
}
