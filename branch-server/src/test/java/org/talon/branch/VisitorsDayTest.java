package org.talon.branch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture.Person;

/** One visitor's way through the branch, from her desk at home to the question how it was; and what every screen shows. */
@BranchTest
class VisitorsDayTest {

    @Inject
    BranchFixture branch;

    @Inject
    EntityManager database;

    LocalDate today;

    @BeforeEach
    void a_tuesday_morning() {
        branch.empty();
        today = branch.newDayAt("08:00");
        while (today.getDayOfWeek() != DayOfWeek.TUESDAY) {
            today = branch.newDayAt("08:00");
        }
    }

    @Test
    void anna_books_comes_is_sent_to_and_fro_and_says_how_it_was() {
        // Anna, at home, looks for a time and books ten o'clock
        Person anna = branch.visitor("anna");
        given().get("/booking/menu").then().body("MenuItems.Product.IntegrationId", contains("123"));
        given().get("/booking/schedule/days/" + today + "?productId=123")
                .then()
                .body("find { it.Hour == 10 && it.Minutes == 0 }.Free", is(3));
        JsonPath ticket =
                anna.posts("booking/book/" + today + "/10:00?productId=123").jsonPath();
        String id = ticket.getString("Id");
        String part = ticket.getString("Products[0].Id");
        anna.posts("booking/tickets/" + id + "/confirm").then().statusCode(200).body("StateName", is("Booked"));

        // The hall knows that she will come, and she has a ticket to print
        Person hall = branch.admin();
        hall.gets("queue/admin/booking").then().body("[0].Tickets.FullNumber", contains("I001"));
        hall.gets("queue/admin/tickets").then().body("", hasSize(0));
        given().get("/tickets/ticketpng/" + id + "/").then().statusCode(200).contentType("image/png");
        given().get("/booking/schedule/days/" + today + "?productId=123")
                .then()
                .body("find { it.Hour == 10 && it.Minutes == 0 }.Free", is(2));

        // She comes twenty minutes early and gives her PIN at the kiosk
        Person first = branch.operator(1);
        Person second = branch.operator(2);
        branch.passes(100 * 60);
        first.gets("operation/queue/count").then().body(equalTo("0"));
        branch.kiosk()
                .posts("tickets/activate/" + ticket.getString("PinCode"))
                .then()
                .statusCode(200)
                .body("StateName", is("InQueue"));
        first.gets("operation/state").then().body("StateName", is("Free")).body("QueueCount", is(1));
        hall.gets("queue/admin/tickets").then().body("FullNumber", contains("I001"));

        // At ten she goes before somebody who has no booking
        branch.passes(15 * 60);
        hall.issues("117", 50);
        branch.passes(6 * 60);
        first.gets("operation/queue").then().body("Ticket.FullNumber", contains("I001", "A001"));
        given().get("/queue/awaiting?productId=123")
                .then()
                .body("[0].WaitingCount", is(1))
                .body("[0].OpenWorkPlaces", is(2));
        first.posts("operation/invite")
                .then()
                .body("Id", is(part))
                .body("SelectionReason.Precedence", is("Booked"))
                .body("SelectionReason.WaitedSeconds", is(60));

        // The board shows her number, and shows it again
        given().get("/notifications/board-1")
                .then()
                .body("FullNumber", contains("I001"))
                .body("[0].State", is(2))
                .body("[0].WorkPlaceName", is("Окно 1"))
                .body("[0].Calls", is(1));
        branch.passes(30);
        first.posts("operation/recall").then().statusCode(200);
        given().get("/notifications/board-1").then().body("[0].Calls", is(2));
        first.posts("operation/start").then().statusCode(200);
        given().get("/notifications/board-1").then().body("[0].State", is(3));
        hall.gets("queue/statistics").then().body("Operating", is(1)).body("Waiting", is(1));

        // A loan has to be looked at next door; she comes back afterwards
        branch.passes(120);
        String next = second.gets("operation/state").jsonPath().getString("WorkPlace.Id");
        first.posts("operation/redirect/workPlaces/118").then().body("Id", contains(next));
        first.posts("operation/redirect/118?returnAfter=true&workPlaceId=" + next)
                .then()
                .statusCode(200)
                .body("StateName", is("InQueue"));
        first.gets("operation/state").then().body("StateName", is("Free")).body("TicketProduct", nullValue());
        first.gets("operation/queue").then().body("Ticket.FullNumber", contains("A001"));
        second.posts("operation/invite")
                .then()
                .body("Ticket.FullNumber", is("I001"))
                .body("SelectionReason.Precedence", is("Redirected"));
        second.posts("operation/start").then().statusCode(200);
        branch.passes(300);
        second.posts("operation/complete").then().statusCode(200);
        hall.gets("queue/admin/tickets/" + id)
                .then()
                .body("StateName", is("InQueue"))
                .body("Products.StateName", contains("Redirected", "Completed", "Held"));

        // Back at the first desk she is asked for a copy, waits, and is called again
        String back = first.gets("operation/personal").jsonPath().getString("[0].Id");
        first.posts("operation/invite/" + back).then().statusCode(200);
        first.posts("operation/start").then().statusCode(200);
        branch.passes(60);
        first.posts("operation/hold").then().statusCode(200).body("StateName", is("Held"));
        first.gets("operation/personal/count").then().body(equalTo("1"));
        given().get("/notifications/board-1").then().body("", hasSize(0));
        first.posts("operation/invite/" + back).then().statusCode(200).body("Calls", is(2));
        first.posts("operation/start").then().statusCode(200);
        branch.passes(90);
        first.posts("operation/complete").then().statusCode(200).body("StateName", is("Completed"));
        anna.gets("booking/tickets/" + id).then().body("StateName", is("Closed"));

        // At the desk's console she says how it was
        String mark = given().post("/survey/survey-1/begin").jsonPath().getString("Id");
        given().get("/survey/survey-1/state").then().body("StateName", is("Active"));
        JsonPath helped = given().queryParam("questionId", mark)
                .queryParam("value", 5)
                .post("/survey/survey-1/answer")
                .jsonPath();
        given().queryParam("questionId", helped.getString("Id"))
                .queryParam("answerId", helped.getString("Answers[0].Id"))
                .post("/survey/survey-1/answer")
                .then()
                .statusCode(200)
                .body("Completed", is(true));
        given().get("/survey/survey-1/state").then().body("StateName", is("Idle"));

        // And the figures say the same as the visitor
        hall.gets("queue/statistics")
                .then()
                .body("Issued", is(2))
                .body("Completed", is(2))
                .body("Redirected", is(1))
                .body("ServiceSumSeconds", is(120 + 300 + 60 + 90))
                .body("WorkPlaces.find { it.Name == 'Окно 2' }.Completed", is(1));
        hall.gets("tickets/history/list?startDate=" + today + "&endDate=" + today)
                .then()
                .body("FullNumber", contains("I001", "A001"));
        assertThat(eventsOf(id))
                .containsExactly(
                        "TicketBooked",
                        "BookingConfirmed",
                        "ProductQueued",
                        "VisitorInvited",
                        "VisitorInvited",
                        "ServiceStarted",
                        "VisitorRedirected",
                        "VisitorInvited",
                        "ServiceStarted",
                        "ServiceCompleted",
                        "VisitorReturned",
                        "VisitorInvited",
                        "ServiceStarted",
                        "VisitorHeld",
                        "VisitorInvited",
                        "ServiceStarted",
                        "ServiceCompleted");
    }

    @SuppressWarnings("unchecked")
    private List<String> eventsOf(String ticket) {
        return database.createNativeQuery(
                        "select type from outbox where data ->> 'TicketId' = :ticket order by id", String.class)
                .setParameter("ticket", ticket)
                .getResultList();
    }
}
