package org.talon.branch.booking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;

/** Who asks for what cannot be booked is told why, and nothing is booked. */
@BranchTest
class WhatBookingRefusesTest {

    private static final String NOBODYS = "0f8fad5b-d9cb-469f-a165-70867728950e";

    @Inject
    BranchFixture branch;

    Person anna;
    LocalDate today;

    @BeforeEach
    void a_weekday_morning() {
        branch.empty();
        today = branch.newDayAt("08:00");
        while (today.getDayOfWeek() != DayOfWeek.WEDNESDAY) {
            today = branch.newDayAt("08:00");
        }
        anna = branch.visitor("anna");
    }

    @ParameterizedTest
    @CsvSource({
        "schedule/days, 400, bad-parameter",
        "schedule/days?productId=123&menuLinkId=123, 400, bad-parameter",
        "schedule/days?date=tomorrow&productId=123, 400, bad-parameter",
        "schedule/days?productId=999, 404, product-unknown",
        "schedule/days?menuLinkId=NOBODYS, 404, product-unknown",
        "schedule/days?productId=117, 422, not-bookable",
        "schedule/days/TODAY, 400, bad-parameter",
        "schedule/days/30.02.2026?productId=123, 400, bad-parameter",
        "schedule/days/TODAY?productId=999, 404, product-unknown",
        "schedule/days/TODAY?productId=117, 422, not-bookable"
    })
    void a_schedule_that_cannot_be_shown_is_refused(String path, int status, String code) {
        refused(given().get("/booking/" + filled(path)).then(), status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "book/TODAY/10:00, 400, bad-parameter, productId",
        "book/TODAY/10:00?productId=123&menuLinkId=123, 400, bad-parameter, productId",
        "book/today/10:00?productId=123, 400, bad-parameter, date",
        "book/TODAY/ten?productId=123, 400, bad-parameter, time",
        "book/TODAY/10:00?productId=123&confirm=perhaps, 400, bad-parameter, confirm",
        "book/TODAY/10:00?productId=123&dataFields=x, 400, bad-parameter, dataFields",
        "book?time=10:00&productId=123, 400, bad-parameter, date",
        "book?date=TODAY&productId=123, 400, bad-parameter, time",
        "book?date=TODAY&time=10:00, 400, bad-parameter, productId",
        "book/TODAY/10:00?productId=999, 404, product-unknown,",
        "book?date=TODAY&time=10:00&productId=999, 404, product-unknown,",
        "book/TODAY/10:00?productId=117, 422, not-bookable,",
        "book?date=TODAY&time=10:00&productId=117, 422, not-bookable,",
        "book/TODAY/10:10?productId=123, 422, slot-unavailable,",
        "book?date=TODAY&time=13:00&productId=123, 422, slot-unavailable,"
    })
    void what_cannot_be_booked_is_refused_and_nothing_is_booked(String path, int status, String code, String field) {
        refused(anna.posts("booking/" + filled(path)).then(), status, code)
                .body(field == null ? "Errors" : "Errors[0].Field", is(field));

        anna.gets("booking/tickets").then().body("", hasSize(0));
    }

    @Test
    void a_full_time_is_full_however_it_is_asked_for() {
        for (String visitor : new String[] {"boris", "clara", "dora"}) {
            branch.visitor(visitor)
                    .posts(filled("booking/book/TODAY/10:00?productId=123"))
                    .then()
                    .statusCode(200);
        }

        refused(anna.posts(filled("booking/book/TODAY/10:00?productId=123")).then(), 422, "slot-full");
        refused(
                anna.posts(filled("booking/book?date=TODAY&time=10:00&productId=123"))
                        .then(),
                422,
                "slot-full");
    }

    @ParameterizedTest
    @CsvSource({"confirm", "cancel"})
    void another_visitors_booking_is_as_unknown_as_none_and_stays(String change) {
        String ticket = anna.posts(filled("booking/book/TODAY/10:00?productId=123"))
                .jsonPath()
                .getString("Id");
        Person boris = branch.visitor("boris");

        refused(boris.gets("booking/tickets/" + ticket).then(), 404, "ticket-unknown");
        refused(boris.posts("booking/tickets/" + ticket + "/" + change).then(), 404, "ticket-unknown");
        refused(boris.posts("booking/tickets/" + NOBODYS + "/" + change).then(), 404, "ticket-unknown");

        anna.gets("booking/tickets/" + ticket).then().body("StateName", is("Booked"));
    }

    @ParameterizedTest
    @CsvSource({"confirm", "cancel"})
    void a_booking_that_is_cancelled_changes_no_more(String change) {
        String ticket = anna.posts(filled("booking/book/TODAY/10:00?productId=123"))
                .jsonPath()
                .getString("Id");
        anna.posts("booking/tickets/" + ticket + "/cancel").then().statusCode(200);

        refused(anna.posts("booking/tickets/" + ticket + "/" + change).then(), 409, "wrong-state");
    }

    @Test
    void an_identity_is_no_longer_than_it_may_be() {
        given().post("/booking/login/" + "я".repeat(200)).then().statusCode(200);

        refused(given().post("/booking/login/" + "я".repeat(201)).then(), 400, "bad-parameter")
                .body("Errors[0].Field", is("userIdentity"));
        refused(given().urlEncodingEnabled(false).post("/booking/login/%20").then(), 400, "bad-parameter")
                .body("Errors[0].Field", is("userIdentity"));
    }

    private String filled(String path) {
        return path.replace("TODAY", today.toString()).replace("NOBODYS", NOBODYS);
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("Code", is(code));
    }
}
