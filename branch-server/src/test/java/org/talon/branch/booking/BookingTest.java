package org.talon.branch.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;

/** Service 123 can be booked from 9:00 to 12:00, every half hour, by three at a time, never on Sundays. */
@BranchTest
class BookingTest {

    @Inject
    BranchFixture branch;

    @Inject
    EntityManager database;

    Person anna;
    LocalDate today;

    @BeforeEach
    void an_empty_hall_on_a_weekday_morning() {
        branch.empty();
        today = branch.newDayAt("08:00");
        while (today.getDayOfWeek() != DayOfWeek.TUESDAY) {
            today = branch.newDayAt("08:00");
        }
        anna = branch.visitor("anna");
    }

    private Response books(Person visitor, Object date, String time, String more) {
        return visitor.posts("booking/book/" + date + "/" + time + "?productId=123" + more);
    }

    private String confirmed(String time) {
        Response ticket = books(anna, today, time, "&confirm=true");
        ticket.then().statusCode(200);
        return ticket.jsonPath().getString("PinCode");
    }

    @Test
    void the_days_and_times_that_are_free_are_shown() {
        given().get("/booking/schedule/days?productId=123")
                .then()
                .statusCode(200)
                .body("[0].Year", is(today.getYear()))
                .body("[0].Months[0].Month", is(today.getMonthValue()))
                .body("[0].Months[0].Days[0].Day", is(today.getDayOfMonth()))
                .body("[0].Months[0].Days[0].Free", is(18));
        given().get("/booking/schedule/days/" + today + "?productId=123")
                .then()
                .body("", hasSize(6))
                .body("[0].Hour", is(9))
                .body("[0].Minutes", is(0))
                .body("[0].Free", is(3))
                .body("[5].Hour", is(11))
                .body("[5].Minutes", is(30));
        given().get("/booking/schedule/days?date=" + today.getDayOfMonth() + "." + today.getMonthValue() + "."
                        + today.getYear() + "&productId=123")
                .then()
                .body("", hasSize(6));
        given().get("/booking/schedule/days/" + today.plusDays(5) + "?productId=123")
                .then()
                .body("", hasSize(0));
        given().get("/booking/menu").then().body("MenuItems.Name", contains("Ипотека"));
    }

    @Test
    void one_service_is_asked_about_by_one_name() {
        given().get("/booking/schedule/days").then().statusCode(400).body("Errors[0].Field", is("productId"));
        given().get("/booking/schedule/days?productId=123&menuLinkId=123")
                .then()
                .statusCode(400);
        given().get("/booking/schedule/days?productId=117")
                .then()
                .statusCode(422)
                .body("Code", is("not-bookable"));
        given().get("/booking/schedule/days/tomorrow?productId=123").then().statusCode(400);
    }

    @Test
    void a_booking_with_its_time_in_the_body_is_made_once_however_often_it_is_sent() {
        for (int i = 0; i < 2; i++) {
            anna.calls()
                    .header("Idempotency-Key", "anna-" + today)
                    .formParam("date", today.toString())
                    .formParam("time", "09:00")
                    .formParam("productId", "123")
                    .post("/booking/book")
                    .then()
                    .statusCode(200)
                    .body("FullNumber", is("I001"));
        }
    }

    @Test
    void a_booking_may_be_confirmed_twice_but_not_once_it_is_given_up() {
        String ticket = books(anna, today, "09:00", "").jsonPath().getString("Id");
        for (int i = 0; i < 2; i++) {
            anna.posts("booking/tickets/" + ticket + "/confirm")
                    .then()
                    .statusCode(200)
                    .body("StateName", is("Booked"));
        }
        anna.posts("booking/tickets/" + ticket + "/cancel").then().statusCode(200);

        anna.posts("booking/tickets/" + ticket + "/confirm")
                .then()
                .statusCode(409)
                .body("Code", is("wrong-state"));
    }

    @Test
    void a_visitor_is_who_his_whole_name_says() {
        Person one = branch.visitor("anna;1");
        Person other = branch.visitor("anna;2");
        books(one, today, "09:00", "&confirm=true").then().statusCode(200);

        one.gets("booking/tickets").then().body("", hasSize(1));
        other.gets("booking/tickets").then().body("", hasSize(0));
        anna.gets("booking/tickets").then().body("", hasSize(0));
    }

    @Test
    void what_is_no_name_signs_nobody_in() {
        given().urlEncodingEnabled(false)
                .post("/booking/login/an%00na")
                .then()
                .statusCode(400)
                .body("Errors[0].Field", is("path"));
        given().urlEncodingEnabled(false)
                .post("/booking/login/%E4nna")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("Errors[0].Field", is("path"));
    }

    @Test
    void a_booking_is_a_ticket_of_its_day() {
        books(anna, today.plusDays(1), "9-30", "&confirm=true")
                .then()
                .statusCode(200)
                .body("FullNumber", is("I001"))
                .body("StateName", is("Booked"))
                .body("Products[0].IsPending", is(true))
                .body("Products[0].StartTime", is(today.plusDays(1) + "T09:30:00"));
        given().get("/booking/schedule/days/" + today.plusDays(1) + "?productId=123")
                .then()
                .body("[1].Free", is(2));
        branch.admin()
                .gets("queue/admin/booking")
                .then()
                .body("", hasSize(1))
                .body("[0].Date", is(today.plusDays(1).toString()))
                .body("[0].Tickets.FullNumber", contains("I001"));
        branch.admin().gets("queue/statistics").then().body("Issued", is(1)).body("Booked", is(1));
    }

    @Test
    void the_hall_reads_its_bookings_page_by_page_in_the_order_of_their_times() {
        // Given
        books(anna, today.plusDays(1), "09:30", "&confirm=true");
        books(anna, today, "11:00", "&confirm=true");
        books(anna, today, "09:00", "&confirm=true");
        Person hall = branch.admin();
        // When
        Response first = hall.gets("queue/admin/booking?limit=2");
        Response next = hall.gets("queue/admin/booking?limit=2&after=" + first.header("X-Next"));
        // Then
        first.then()
                .body("[0].Tickets.Products.StartTime.flatten()", contains(today + "T09:00:00", today + "T11:00:00"));
        next.then()
                .header("X-Next", nullValue())
                .body("Date", contains(today.plusDays(1).toString()))
                .body("[0].Tickets.FullNumber", contains("I001"));
        hall.gets("queue/admin/booking?limit=0").then().statusCode(400).body("Errors[0].Field", is("limit"));
    }

    @Test
    void a_time_never_takes_more_than_its_capacity_whoever_asks_at_once() throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add(() -> books(anna, today, "10:00", "&confirm=true").statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (var sites = Executors.newFixedThreadPool(20)) {
            for (Future<Integer> answer : sites.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(3);
        assertThat(answers).containsOnly(200, 422);
        assertThat(database.createNativeQuery("select count(*) from ticket").getSingleResult())
                .isEqualTo(3L);
        books(anna, today, "10:00", "").then().statusCode(422).body("Code", is("slot-full"));
    }

    @Test
    void a_cancelled_booking_frees_its_place() {
        String ticket = books(anna, today, "10:00", "&confirm=true").jsonPath().getString("Id");

        anna.posts("booking/tickets/" + ticket + "/cancel")
                .then()
                .statusCode(200)
                .body("StateName", is("Closed"));

        given().get("/booking/schedule/days/" + today + "?productId=123").then().body("[2].Free", is(3));
        anna.posts("booking/tickets/" + ticket + "/cancel").then().statusCode(409);
    }

    @Test
    void an_unconfirmed_booking_lapses_and_a_confirmed_one_stays() {
        String lapses = books(anna, today, "10:00", "").jsonPath().getString("Id");
        String stays = books(anna, today, "10:00", "").jsonPath().getString("Id");
        anna.posts("booking/tickets/" + stays + "/confirm")
                .then()
                .statusCode(200)
                .body("StateName", is("Booked"));

        branch.passes(30 * 60);
        branch.operator(1).gets("operation/queue").then().body("", hasSize(0));

        anna.gets("booking/tickets/" + lapses).then().body("Products[0].StateName", is("Cancelled"));
        anna.gets("booking/tickets/" + stays).then().body("StateName", is("Booked"));
        anna.posts("booking/tickets/" + lapses + "/confirm").then().statusCode(409);
        given().get("/booking/schedule/days/" + today + "?productId=123")
                .then()
                .body("find { it.Hour == 10 && it.Minutes == 0 }.Free", is(2));
    }

    @Test
    void at_its_time_a_booking_comes_before_those_without_one() {
        confirmed("09:00");
        Person admin = branch.admin();
        branch.passes(3599);
        admin.issues("117", 50);
        Person operator = branch.operator(1);
        operator.gets("operation/queue").then().body("Ticket.FullNumber", contains("A001"));

        branch.passes(61);

        operator.gets("operation/queue").then().body("Ticket.FullNumber", contains("I001", "A001"));
        operator.posts("operation/invite")
                .then()
                .body("Ticket.FullNumber", is("I001"))
                .body("SelectionReason.Precedence", is("Booked"))
                .body("SelectionReason.WaitedSeconds", is(60));
        admin.gets("queue/statistics").then().body("WaitSumSeconds", is(60));
    }

    @Test
    void who_has_no_booking_knows_that_one_whose_time_has_come_is_called_first() {
        confirmed("09:00");
        branch.passes(3540);
        Person admin = branch.admin();
        // The same service as that of the booking
        String ticket = admin.issues("123", 50).jsonPath().getString("Id");
        admin.gets("queue/admin/tickets/" + ticket).then().body("Products[0].Position", is(1));

        branch.passes(61);
        branch.operator(1).gets("operation/queue");

        admin.gets("queue/admin/tickets/" + ticket).then().body("Products[0].Position", is(2));
    }

    @Test
    void who_comes_early_waits_by_his_pin_but_his_wait_counts_from_the_booked_time() {
        String pin = confirmed("09:30");
        branch.passes(3600);

        branch.kiosk()
                .posts("tickets/activate/" + pin)
                .then()
                .statusCode(200)
                .body("StateName", is("InQueue"))
                .body("Products[0].ActivatedStartTime", is(today + "T09:00:00"))
                .body("Products[0].StartTime", is(today + "T09:30:00"));

        Person operator = branch.operator(1);
        operator.gets("operation/queue/count").then().body(equalTo("1"));
        branch.admin().gets("queue/statistics").then().body("LongestCurrentWaitSeconds", is(0));
        operator.posts("operation/invite").then().body("SelectionReason.WaitedSeconds", is(0));
        branch.admin()
                .gets("queue/statistics")
                .then()
                .body("WaitSumSeconds", is(0))
                .body("WaitCount", is(1));
    }

    @Test
    void pins_that_nobody_has_or_of_another_day_are_refused() {
        branch.kiosk().posts("tickets/activate/abc").then().statusCode(404).body("Code", is("pin-unknown"));
        String pin = books(anna, today.plusDays(1), "09:00", "&confirm=true")
                .jsonPath()
                .getString("PinCode");
        branch.kiosk().posts("tickets/activate/" + pin).then().statusCode(422).body("Code", is("booking-not-today"));
        branch.operator(1).posts("tickets/activate/" + pin).then().statusCode(403);
    }

    @Test
    void times_that_cannot_be_booked_are_refused_and_say_why() {
        books(anna, today, "10:10", "").then().statusCode(422).body("Code", is("slot-unavailable"));
        books(anna, today.minusDays(1), "10:00", "").then().statusCode(422);
        books(anna, today.plusDays(15), "10:00", "").then().statusCode(422);
        books(anna, "2026-02-30", "10:00", "").then().statusCode(400).body("Errors[0].Field", is("date"));
        books(anna, today, "25:00", "").then().statusCode(400).body("Errors[0].Field", is("time"));
        anna.posts("booking/book/" + today + "/10:00?productId=117")
                .then()
                .statusCode(422)
                .body("Code", is("not-bookable"));
        branch.passes(2 * 3600 + 1);
        books(anna, today, "10:00", "").then().statusCode(422).body("Code", is("slot-unavailable"));
    }

    @Test
    void the_date_and_time_may_stand_in_the_body() {
        anna.calls()
                .formParam("productId", "123")
                .formParam("date", today.toString())
                .formParam("time", "9:00")
                .post("/api/1/booking/book")
                .then()
                .statusCode(200)
                .body("Products[0].StartTime", is(today + "T09:00:00"));
    }

    @Test
    void other_peoples_bookings_are_unknown() {
        String ticket = books(anna, today, "10:00", "").jsonPath().getString("Id");
        Person boris = branch.visitor("boris");

        boris.gets("booking/tickets").then().statusCode(200).body("", hasSize(0));
        boris.gets("booking/tickets/" + ticket).then().statusCode(404).body("Code", is("ticket-unknown"));
        boris.posts("booking/tickets/" + ticket + "/confirm").then().statusCode(404);
        boris.posts("booking/tickets/" + ticket + "/cancel").then().statusCode(404);
        anna.gets("booking/tickets").then().body("Id", hasItem(ticket));
        given().get("/booking/tickets").then().statusCode(401);
        branch.admin().gets("booking/tickets").then().statusCode(403);
    }

    @Test
    void a_booking_that_nobody_claimed_for_long_expires() {
        String ticket = books(anna, today.plusDays(1), "09:00", "&confirm=true")
                .jsonPath()
                .getString("Id");
        branch.passes(2 * 24 * 3600);
        branch.operator(1).gets("operation/queue").then().body("", hasSize(0));

        anna.gets("booking/tickets/" + ticket).then().body("Products[0].StateName", is("Expired"));
        branch.admin().gets("queue/statistics").then().body("Expired", is(1)).body("Booked", is(0));
    }
}
