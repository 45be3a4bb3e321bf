package org.talon.branch.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.is;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.Product;
import org.talon.branch.outbox.Outbox;
import org.talon.shared.http.DomainException;
import org.talon.shared.time.Ids;

/** What a hall administrator asks for that does not fit is refused by name, and the ticket stays as it was. */
@BranchTest
class WhatTheHallRefusesTest {

    private static final String NOBODYS = "0f8fad5b-d9cb-469f-a165-70867728950e";

    @Inject
    BranchFixture branch;

    Person admin;
    JsonPath ticket;

    @BeforeEach
    void one_visitor_waits() {
        branch.empty();
        branch.newDayAt("13:00");
        admin = branch.admin();
        ticket = admin.issues("117", 0).jsonPath();
    }

    /** TICKET and PART stand for the visitor's own ids, NOBODYS for one that nobody has. */
    private String filled(String path) {
        return path.replace("TICKET", ticket.getString("Id"))
                .replace("PART", ticket.getString("Products[0].Id"))
                .replace("NOBODYS", NOBODYS);
    }

    private void stays(String state) {
        admin.gets("queue/admin/tickets?state=all")
                .then()
                .body("size()", is(1))
                .body("[0].Products.size()", is(1))
                .body("[0].Products[0].StateName", is(state))
                .body("[0].Products[0].CurrentPriority", is(0));
    }

    @ParameterizedTest
    @CsvSource({
        "tickets?state=moon, state",
        "tickets?state=10, state",
        "tickets?limit=0, limit",
        "tickets?limit=10001, limit",
        "tickets?limit=many, limit",
        "tickets?after=A001, after",
        "tickets?after=NOBODYS, after"
    })
    void a_list_that_cannot_be_asked_for_is_refused_by_name(String path, String field) {
        refused(admin.gets("queue/admin/" + filled(path)).then(), 400, "bad-parameter")
                .body("Errors[0].Field", is(field));
    }

    @ParameterizedTest
    @CsvSource({
        "startDate=2026-09-03, endDate",
        "startDate=3rd&endDate=2026-09-03, startDate",
        "startDate=2026-09-03&endDate=2026-09-02, endDate",
        "startDate=2026-09-01&endDate=2026-09-02&limit=0, limit",
        "startDate=2026-09-01&endDate=2026-09-02&after=NOBODYS, after"
    })
    void gone_days_that_cannot_be_asked_for_are_refused_by_name(String asked, String field) {
        refused(admin.gets("tickets/history/list?" + filled(asked)).then(), 400, "bad-parameter")
                .body("Errors[0].Field", is(field));
    }

    @Test
    void a_list_of_a_service_that_is_not_there_is_no_empty_list() {
        refused(admin.gets("queue/admin/tickets?productId=999").then(), 404, "product-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "tickets/new?productId=117&productId=117, productId",
        "tickets/new?productId=117&priority=high, priority",
        "tickets/new?productId=117&priority=-101, priority",
        "'tickets/new?productId=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21', productId",
        "tickets/TICKET/addProduct/118?priority=101, priority",
        "tickets/TICKET/addProduct/118?dataFields=x, dataFields",
        "'tickets/TICKET/addProduct/118?dataFields=[{\"ProductRequiredFieldTypeId\":\"NOBODYS\",\"Value\":\"1\"}]', dataFields",
        "tickets/TICKET/PART/setPriority, priority",
        "tickets/TICKET/PART/setPriority?priority=high, priority",
        "tickets/TICKET/PART/setPriority?priority=1.5, priority",
        "tickets/TICKET/PART/setPriority?priority=101, priority",
        "redirect/118, ticketProductId",
        "redirect/118?ticketProductId=A001, ticketProductId",
        "redirect/118?ticketProductId=PART&userId=op1, userId",
        "redirect/118?ticketProductId=PART&workPlaceId=wp-1, workPlaceId",
        "redirect/118?ticketProductId=PART&priority=101, priority",
        "redirect/118?ticketProductId=PART&return=perhaps, return"
    })
    void a_parameter_that_is_missing_or_does_not_fit_is_refused_by_name(String path, String field) {
        refused(posts(path), 400, "bad-parameter").body("Errors[0].Field", is(field));
        stays("InQueue");
    }

    @ParameterizedTest
    @CsvSource({
        "tickets/new?productId=999, product-unknown",
        "tickets/new?menuLinkId=NOBODYS, product-unknown",
        "tickets/NOBODYS/addProduct/118, ticket-unknown",
        "tickets/TICKET/addProduct/999, product-unknown",
        "tickets/TICKET/NOBODYS/cancel, ticket-product-unknown",
        "tickets/NOBODYS/PART/cancel, ticket-product-unknown",
        "tickets/TICKET/NOBODYS/setPriority?priority=1, ticket-product-unknown",
        "tickets/NOBODYS/PART/setPriority?priority=1, ticket-product-unknown",
        "redirect/999?ticketProductId=PART, product-unknown",
        "redirect/118?ticketProductId=NOBODYS, ticket-product-unknown",
        "redirect/118?ticketProductId=PART&userId=NOBODYS, user-unknown",
        "redirect/118?ticketProductId=PART&workPlaceId=NOBODYS, work-place-unknown"
    })
    void what_is_not_there_is_unknown(String path, String code) {
        refused(posts(path), 404, code);
        stays("InQueue");
    }

    @ParameterizedTest
    @CsvSource({
        "tickets/TICKET/addProduct/120, field-missing",
        "tickets/TICKET/addProduct/122, product-closed",
        "tickets/TICKET/addProduct/121, daily-limit-reached",
    })
    void a_service_is_added_under_the_rules_under_which_it_is_issued(String path, String code) {
        admin.issue("121");
        admin.issue("121");

        refused(posts(path), 422, code);

        admin.gets("queue/admin/tickets/" + ticket.getString("Id")).then().body("Products.size()", is(1));
    }

    @Test
    void a_field_that_does_not_fit_is_refused_for_an_added_service_too() {
        List<String> ids = admin.gets("config/products")
                .jsonPath()
                .getList("find { it.IntegrationId == '120' }.RequiredFields.Id");
        String given = "[{\"ProductRequiredFieldTypeId\": \"" + ids.get(0) + "\", \"Value\": \"Иванова\"},"
                + "{\"ProductRequiredFieldTypeId\": \"" + ids.get(1) + "\", \"Value\": \"позвоните\"}]";

        refused(
                admin.calls()
                        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                        .formParam("dataFields", given)
                        .post(filled("/queue/admin/tickets/TICKET/addProduct/120"))
                        .then(),
                422,
                "field-invalid");
    }

    @ParameterizedTest
    @CsvSource({"setPriority?priority=1", "cancel"})
    void what_is_over_does_not_change_any_more(String change) {
        posts("tickets/TICKET/PART/cancel").statusCode(200);

        refused(posts("tickets/TICKET/PART/" + change), 409, "wrong-state");
        refused(posts("redirect/118?ticketProductId=PART"), 409, "wrong-state");
        stays("Cancelled");
    }

    @Test
    void who_is_called_is_his_operators_to_send_on() {
        Person operator = branch.operator(1);
        operator.posts("operation/invite").then().statusCode(200);

        refused(posts("redirect/118?ticketProductId=PART"), 409, "wrong-state");
        refused(posts("tickets/TICKET/PART/setPriority?priority=1"), 409, "wrong-state");
        stays("Invited");
    }

    @Test
    void nobody_is_sent_to_who_could_not_serve_him() {
        Person operator = branch.operator(3);
        JsonPath place = operator.gets("operation/state").jsonPath();

        refused(
                posts("redirect/117?ticketProductId=PART&workPlaceId=" + place.getString("WorkPlace.Id")),
                422,
                "cannot-serve");
        refused(posts("redirect/117?ticketProductId=PART&userId=" + place.getString("User.Id")), 422, "cannot-serve");
        stays("InQueue");
    }

    @Inject
    TicketRepository tickets;

    @Inject
    DailyLimits limits;

    @Inject
    Outbox outbox;

    @Inject
    CurrentCatalogue catalogue;

    @Inject
    BranchCalendar calendar;

    @Inject
    Clock clock;

    @Inject
    Ids ids;

    @Inject
    UserTransaction transaction;

    @Test
    void where_no_pin_is_free_nothing_is_issued() throws Exception {
        // Given: chance that always says the same
        var issue = new IssueTicket(tickets, limits, outbox, catalogue, calendar, clock, ids, new SecureRandom() {
            @Override
            public int nextInt(int bound) {
                return 7;
            }
        });
        Product product = catalogue.get().productByAnyName("118").orElseThrow();
        Wish wish = new Wish(List.of(List.of(product)), 0, GivenFields.NONE);
        transaction.begin();
        assertThat(issue.issue(wish).pinCode()).isEqualTo("000007");
        transaction.commit();
        // When
        transaction.begin();
        try {
            for (ThrowingCallable way : List.<ThrowingCallable>of(
                    () -> issue.issue(wish),
                    () -> issue.book(product, GivenFields.NONE, clock.instant(), "anna", null))) {
                assertThatExceptionOfType(DomainException.class)
                        .isThrownBy(way)
                        .satisfies(refused -> assertThat(refused.code()).isEqualTo("no-free-pin"))
                        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(DomainException.Kind.UNAVAILABLE));
            }
        } finally {
            transaction.rollback();
        }
        // Then
        admin.issues("118", 0).then().body("FullNumber", is("B002"));
    }

    private ValidatableResponse posts(String path) {
        String filled = filled(path);
        int query = filled.indexOf('?');
        var call = admin.calls();
        if (query >= 0) {
            for (String parameter : filled.substring(query + 1).split("&")) {
                String[] parts = parameter.split("=", 2);
                call.queryParam(parts[0], parts[1]);
            }
        }
        return call.post("/queue/admin/" + (query < 0 ? filled : filled.substring(0, query)))
                .then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("Code", is(code));
    }
}
