package org.talon.branch.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;

@BranchTest
class BranchStatisticsTest {

    @Inject
    BranchFixture branch;

    Person admin;

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
        admin = branch.admin();
    }

    @Test
    void today_counts_what_was_done_and_who_is_there() {
        // Given
        var day = branch.newDayAt("10:00:00");
        var operator = branch.operator(1);
        var served = admin.issue("117");
        admin.issue("117");
        branch.passes(601);
        operator.posts("operation/invite/" + served).then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);
        branch.passes(30);
        operator.posts("operation/complete").then().statusCode(200);
        // When
        var today = admin.gets("queue/statistics");
        // Then
        today.then()
                .statusCode(200)
                .body("Date", is(day.toString()))
                .body("AsOf", is(day + "T10:10:31"))
                .body("OpenWorkPlaces", is(1))
                .body("Issued", is(2))
                .body("Waiting", is(1))
                .body("Completed", is(1))
                .body("WaitSumSeconds", is(601))
                .body("WaitCount", is(1))
                .body("MaxWaitSeconds", is(601))
                .body("WithinTarget", is(0))
                .body("ServiceSumSeconds", is(30))
                .body("LongestCurrentWaitSeconds", is(631))
                .body("Products.find { it.Name == 'Платежи' }.Issued", is(2))
                .body("Products.find { it.Name == 'Кредиты' }.Issued", is(0))
                .body("Products.find { it.Name == 'Кредиты' }.LongestCurrentWaitSeconds", nullValue())
                .body("WorkPlaces.find { it.Name == 'Окно 1' }.Completed", is(1))
                .body("WorkPlaces.find { it.Name == 'Окно 1' }.UserName", is("Иванова А. П."))
                .body("WorkPlaces.find { it.Name == 'Окно 2' }.StateName", is("Closed"));
        assertThat(today.jsonPath().getDouble("P50WaitSeconds")).isBetween(595.0, 607.0);
    }

    @Test
    void each_figure_is_filed_under_the_date_and_hour_at_which_it_happened() {
        // Given: issued before the branch's midnight, called and completed after it
        var day = branch.newDayAt("23:50:00");
        var visitor = admin.issue("118");
        var operator = branch.operator(1);
        branch.passes(900);
        operator.posts("operation/invite/" + visitor).then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);
        branch.passes(60);
        operator.posts("operation/complete").then().statusCode(200);
        // When
        var history =
                admin.gets("queue/statistics/history?startDate=" + day.format(DateTimeFormatter.ofPattern("d.M.yyyy"))
                        + "&endDate=" + day.plusDays(1) + "&groupBy=day,hour");
        // Then
        history.then()
                .statusCode(200)
                .body("", hasSize(2))
                .body("Date", contains(day.toString(), day.plusDays(1).toString()))
                .body("Hour", contains(23, 0))
                .body("Issued", contains(1, 0))
                .body("WaitSumSeconds", contains(0, 900))
                .body("WithinTarget", contains(0, 1))
                .body("Completed", contains(0, 1))
                .body("ProductName", hasItem(nullValue()));
    }

    @Test
    void a_day_with_25_hours_keeps_both_of_its_third_hours() {
        // Given: 02:30 comes twice
        Instant back = branch.nextChangeOfClocks(true);
        String day = back.toString().substring(0, 10);
        branch.is(back.minusSeconds(1800));
        admin.issue("117");
        branch.is(back.plusSeconds(1800));
        admin.issue("117");
        // Then
        admin.gets("queue/statistics/history?startDate=" + day + "&endDate=" + day + "&groupBy=hour")
                .then()
                .body("", hasSize(1))
                .body("Hour", contains(2))
                .body("Issued", contains(2))
                .body("Date", contains(nullValue()));
    }

    @Test
    void a_wait_over_the_change_of_clocks_is_measured_in_real_seconds() {
        Instant forward = branch.nextChangeOfClocks(false);
        String day = forward.toString().substring(0, 10);
        branch.is(forward.minusSeconds(60));
        var visitor = admin.issue("117");
        branch.passes(120);
        branch.operator(1)
                .posts("operation/invite/" + visitor)
                .then()
                .statusCode(200)
                .body("InvitedStartTime", is(day + "T03:01:00"));

        admin.gets("queue/statistics/history?startDate=" + day + "&endDate=" + day)
                .then()
                .body("WaitSumSeconds", contains(120));
    }

    @Test
    void a_history_is_a_table_for_whoever_asks_for_csv() {
        var day = branch.newDayAt("10:00:00");
        admin.issue("117");

        String csv = admin.calls()
                .accept("text/csv")
                .get("/queue/statistics/history?groupBy=day,product&startDate=" + day + "&endDate=" + day)
                .asString();

        assertThat(csv.lines().toList())
                .satisfiesExactly(
                        header -> assertThat(header)
                                .startsWith("Date,Hour,ProductId,ProductName,UserId,UserName,WorkPlaceId,Issued,"),
                        row -> assertThat(row).startsWith(day + ",,").contains("Платежи,,,,1,"));
    }

    @Test
    void a_history_that_cannot_be_asked_for_is_refused_by_name() {
        String history = "queue/statistics/history?";
        admin.gets(history + "endDate=2026-09-03").then().statusCode(400).body("Errors[0].Field", is("startDate"));
        admin.gets(history + "startDate=2026-09-03&endDate=2026-09-02")
                .then()
                .statusCode(400)
                .body("Errors[0].Field", is("endDate"));
        admin.gets(history + "startDate=31.02.2026&endDate=2026-09-02")
                .then()
                .statusCode(400)
                .body("Errors[0].Field", is("startDate"));
        admin.gets(history + "startDate=2026-09-01&endDate=2026-09-02&groupBy=moon")
                .then()
                .statusCode(400)
                .body("Errors[0].Message", is("expected some of day, hour, product, user, workPlace"));
    }

    @Test
    void tickets_of_gone_days_are_listed_in_order_of_issue() {
        var day = branch.newDayAt("10:00:00");
        admin.issue("118");
        branch.passes(86_400);
        admin.issue("117");

        admin.gets("tickets/history/list?startDate=" + day + "&endDate=" + day.plusDays(1))
                .then()
                .statusCode(200)
                .body("FullNumber", contains("B001", "A001"));
    }

    @Test
    void tickets_of_gone_days_are_a_table_for_whoever_asks_for_csv() {
        var day = branch.newDayAt("10:00:00");
        admin.issue("118");

        var answer = admin.calls()
                .accept("text/csv")
                .get("/tickets/history/list?limit=1&startDate=" + day + "&endDate=" + day);

        answer.then().statusCode(200).contentType(startsWith("text/csv")).header("X-Next", notNullValue());
        assertThat(answer.asString().lines().toList())
                .satisfiesExactly(
                        header -> assertThat(header)
                                .isEqualTo("Id,Created,PinCode,Prefix,Number,FullNumber,State,StateName,Products"),
                        row -> assertThat(row).contains(",B,1,B001,1,InQueue,").contains("Кредиты"));
    }
}
