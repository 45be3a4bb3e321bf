package org.talon.branch.forecast;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;

@BranchTest
class AwaitingTest {

    @Inject
    BranchFixture branch;

    @BeforeEach
    void an_empty_hall_of_a_new_day() {
        branch.empty();
        branch.newDayAt("10:00");
    }

    @Test
    void where_nobody_serves_there_is_nothing_to_foretell() {
        branch.admin().issue("117");

        given().get("/queue/awaiting?productId=117")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].Name", is("Платежи"))
                .body("[0].WaitingCount", is(1))
                .body("[0].OpenWorkPlaces", is(0))
                .body("[0].AwaitingMinutes", nullValue())
                .body("[0].AwaitingP50Seconds", nullValue());
    }

    @Test
    void the_median_is_those_ahead_and_oneself_by_the_mean_service_by_the_open_workplaces() {
        // Given: one served in 200 s after a wait of 100 s, two who wait, two workplaces
        var admin = branch.admin();
        var operator = branch.operator(1);
        branch.operator(2);
        admin.issue("117");
        branch.passes(100);
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);
        branch.passes(200);
        operator.posts("operation/complete").then().statusCode(200);
        admin.issue("117");
        admin.issue("118");
        // Then
        given().get("/queue/awaiting?productId=117")
                .then()
                .body("[0].OpenWorkPlaces", is(2))
                .body("[0].WaitingCount", is(1))
                .body("[0].AwaitingP50Seconds", is(300))
                .body("[0].AwaitingP90Seconds", is(300))
                .body("[0].AwaitingMinutes", is(5));
    }

    @Test
    void a_hall_in_which_most_are_called_at_once_foretells_no_endless_wait() {
        // Given: five who waited a second and one who waited an hour
        var admin = branch.admin();
        var operator = branch.operator(1);
        for (int i = 0; i < 6; i++) {
            admin.issue("117");
            branch.passes(i < 5 ? 1 : 3600);
            operator.posts("operation/invite").then().statusCode(200);
            operator.posts("operation/reject").then().statusCode(200);
        }
        // Then: nine in ten wait no longer than ten times the median
        given().get("/queue/awaiting?productId=117")
                .then()
                .body("[0].AwaitingP50Seconds", is(300))
                .body("[0].AwaitingP90Seconds", is(3000));
    }

    @Test
    void services_count_by_how_often_they_are_given() {
        // Given: three short services of one kind, one long of another
        var admin = branch.admin();
        var operator = branch.operator(1);
        for (String service : java.util.List.of("117", "117", "117", "119")) {
            admin.issue(service);
            operator.posts("operation/invite").then().statusCode(200);
            operator.posts("operation/start").then().statusCode(200);
            branch.passes(service.equals("117") ? 100 : 500);
            operator.posts("operation/complete").then().statusCode(200);
        }

        given().get("/queue/awaiting?productId=117").then().body("[0].AwaitingP50Seconds", is(200));
    }

    @Test
    void who_is_on_a_break_serves_nobody_and_all_services_are_told_of() {
        branch.operator(1).posts("operation/break/begin").then().statusCode(200);

        given().get("/queue/awaiting").then().body("", hasSize(8)).body("[0].OpenWorkPlaces", is(0));
        given().get("/queue/awaiting?productId=999").then().statusCode(404);
    }
}
