package org.talon.branch.board;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;

@BranchTest
class BoardResourceTest {

    @Inject
    BranchFixture branch;

    Person admin;

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
        admin = branch.admin();
    }

    @Test
    void a_call_has_the_promised_shape() {
        // Given
        var ticket = admin.issues("117", 0).jsonPath();
        var day = branch.newDayAt("09:10:11");
        // When
        branch.operator(1).posts("operation/invite").then().statusCode(200);
        // Then
        shownOn("board-1")
                .body("", hasSize(1))
                .body("[0].keySet()", hasSize(11))
                .body("[0].TicketProductId", is(ticket.getString("Products[0].Id")))
                .body("[0].TicketId", is(ticket.getString("Id")))
                .body("[0].FullNumber", is("A001"))
                .body("[0].State", is(2))
                .body("[0].StateName", is("Invited"))
                .body("[0].WorkPlaceId", is(workPlaceId()))
                .body("[0].WorkPlaceName", is("Окно 1"))
                .body("[0].WorkPlaceNumber", is(1))
                .body("[0].ProductName", is("Платежи"))
                .body("[0].InvitedStartTime", is(day + "T09:10:11"))
                .body("[0].Calls", is(1));
    }

    @Test
    void the_newest_call_stands_first_and_who_is_served_keeps_his_place() {
        // Given
        admin.issue("117");
        admin.issue("117");
        admin.issue("118");
        // When
        var first = branch.operator(1);
        first.posts("operation/invite").then().statusCode(200);
        branch.passes(1);
        branch.operator(2).posts("operation/invite").then().statusCode(200);
        branch.passes(1);
        branch.operator(3).posts("operation/invite").then().statusCode(200);
        branch.passes(1);
        first.posts("operation/start").then().statusCode(200);
        // Then
        shownOn("board-1").body("FullNumber", contains("B001", "A002", "A001")).body("State", contains(2, 2, 3));
    }

    @Test
    void who_is_called_again_stands_first_again() {
        // Given
        admin.issue("117");
        admin.issue("117");
        var day = branch.newDayAt("09:10:00");
        var first = branch.operator(1);
        first.posts("operation/invite").then().statusCode(200);
        branch.passes(30);
        branch.operator(2).posts("operation/invite").then().statusCode(200);
        shownOn("board-1").body("FullNumber", contains("A002", "A001"));
        // When
        branch.passes(30);
        first.posts("operation/recall").then().statusCode(200);
        // Then
        shownOn("board-1")
                .body("FullNumber", contains("A001", "A002"))
                .body("Calls", contains(2, 1))
                .body("InvitedStartTime", contains(day + "T09:10:00", day + "T09:10:30"));
    }

    @Test
    void who_waits_or_is_gone_is_not_shown() {
        admin.issue("117");
        admin.issue("117");
        admin.issue("117");
        var operator = branch.operator(1);

        shownOn("board-1").body("", empty());
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/reject").then().statusCode(200);
        shownOn("board-1").body("", empty());
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);
        shownOn("board-1").body("FullNumber", contains("A002"));
        operator.posts("operation/complete").then().statusCode(200);
        shownOn("board-1").body("", empty());
    }

    @Test
    void a_board_of_some_workplaces_or_products_shows_no_others() {
        admin.issue("117");
        branch.operator(1).posts("operation/invite").then().statusCode(200);
        admin.issue("119");
        branch.operator(2).posts("operation/invite").then().statusCode(200);
        admin.issue("118");
        branch.operator(3).posts("operation/invite").then().statusCode(200);

        shownOn("board-1").body("", hasSize(3));
        shownOn("board-2").body("WorkPlaceNumber", contains(2)).body("FullNumber", contains("A002"));
        shownOn("board-3").body("ProductName", contains("Кредиты")).body("FullNumber", contains("B001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"board-99", "BOARD-1", "survey-1", "wp-1"})
    void what_is_no_board_is_unknown(String clientId) {
        for (String path : new String[] {"", "/stream"}) {
            given().get("/notifications/" + clientId + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("Code", is("board-unknown"))
                    .body("UserMessage", is("Это табло не зарегистрировано."));
        }
    }

    private static ValidatableResponse shownOn(String board) {
        return given().get("/api/1/notifications/" + board).then().statusCode(200);
    }

    private String workPlaceId() {
        return branch.operator(1).gets("operation/state").jsonPath().getString("WorkPlace.Id");
    }
}
