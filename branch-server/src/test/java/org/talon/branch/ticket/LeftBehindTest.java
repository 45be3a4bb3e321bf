package org.talon.branch.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;
import org.talon.branch.catalogue.TestCatalogue;

/** Visitors who still wait when a day is over. */
@BranchTest
class LeftBehindTest {

    @Inject
    BranchFixture branch;

    @Inject
    TestCatalogue catalogue;

    @Inject
    LeftBehind leftBehind;

    Person admin;

    @BeforeEach
    void an_empty_hall_in_the_evening() {
        branch.empty();
        branch.newDayAt("17:00");
        admin = branch.admin();
    }

    @AfterEach
    void the_usual_catalogue_again() throws Exception {
        branch.empty();
        catalogue.usual();
    }

    private void opensDaily(String hours) throws Exception {
        catalogue.with("daily: 00:00-24:00", "daily: " + hours);
    }

    @Test
    void they_are_seen_in_the_morning_and_gone_when_the_hall_opens() throws Exception {
        // Given
        opensDaily("8:00-18:00");
        String waiting = admin.issues("117", 0).jsonPath().getString("Id");
        String onRoute = admin.issues("R1", 0).jsonPath().getString("Id");
        // When
        branch.newDayAt("07:59");
        leftBehind.cancel();
        // Then
        admin.gets("queue/admin/tickets").then().body("Id", contains(waiting, onRoute));
        // When
        branch.passes(60);
        leftBehind.cancel();
        leftBehind.cancel();
        // Then
        admin.gets("queue/admin/tickets").then().body("", hasSize(0));
        admin.gets("queue/admin/tickets/" + waiting).then().body("Products.StateName", contains("Cancelled"));
        admin.gets("queue/admin/tickets/" + onRoute)
                .then()
                .body("StateName", is("Closed"))
                .body("Products.StateName", contains("Cancelled", "Cancelled"));
        admin.gets("queue/statistics").then().body("Waiting", is(0)).body("Cancelled", is(3));
    }

    @Test
    void none_of_them_is_called_by_the_first_invite_of_the_day() throws Exception {
        opensDaily("8:00-18:00");
        admin.issue("117");
        branch.newDayAt("08:30");

        branch.operator(1).posts("operation/invite").then().statusCode(404).body("Code", is("queue-empty"));
    }

    @Test
    void who_comes_before_the_hall_opens_stays() throws Exception {
        opensDaily("8:00-18:00");
        branch.newDayAt("08:30");
        String today = admin.issues("117", 0).jsonPath().getString("Id");

        leftBehind.cancel();

        admin.gets("queue/admin/tickets").then().body("Id", contains(today));
    }

    @Test
    void who_came_today_before_the_hall_opened_stays() throws Exception {
        // Given: hours that were put later after the first visitor had come
        opensDaily("6:00-18:00");
        branch.newDayAt("06:30");
        String early = admin.issues("117", 0).jsonPath().getString("Id");
        opensDaily("8:00-18:00");
        branch.passes(2 * 3600);
        // When
        leftBehind.cancel();
        // Then
        admin.gets("queue/admin/tickets").then().body("Id", contains(early));
    }

    @Test
    void a_hall_that_never_closes_loses_nobody_at_midnight() {
        String waiting = admin.issues("117", 0).jsonPath().getString("Id");
        assertThat(branch.newDayAt("00:05")).isNotNull();

        leftBehind.cancel();

        admin.gets("queue/admin/tickets").then().body("Id", contains(waiting));
    }

    @Test
    void who_is_at_a_workplace_is_let_finish() throws Exception {
        opensDaily("8:00-18:00");
        String served = admin.issues("117", 0).jsonPath().getString("Id");
        branch.operator(1).posts("operation/invite").then().statusCode(200);
        branch.newDayAt("08:00");

        leftBehind.cancel();

        admin.gets("queue/admin/tickets").then().body("Id", contains(served));
    }
}
