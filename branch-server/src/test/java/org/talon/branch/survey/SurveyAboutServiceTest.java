package org.talon.branch.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.survey.SurveyFixture.TestConsole;

/** What a survey at a workplace is about: the visitor whose service began there last on that day. */
@BranchTest
class SurveyAboutServiceTest {

    private static final String FOR_ALL = "Оцените обслуживание";
    private static final String OF_CREDITS = "Условия понятны?";

    @Inject
    BranchFixture branch;

    @Inject
    SurveyFixture surveys;

    @Inject
    CurrentCatalogue catalogue;

    TestConsole console;

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
        surveys.begin();
        console = surveys.console("survey-1");
    }

    @Test
    void a_service_with_a_survey_of_its_own_is_asked_about() {
        // Given
        var visitor = branch.admin().issue("118");
        var operator = branch.operator(1);
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);
        operator.posts("operation/complete").then().statusCode(200);
        // When
        console.begins().then().body("Text", is(OF_CREDITS)).body("Total", is(1));
        console.chooses(0).then().body("Completed", is(true));
        // Then
        JsonNode told = surveys.finished().getFirst();
        var place = catalogue.get().workPlaceByClientId("wp-1").orElseThrow();
        assertThat(told.path("TicketProductId").asText()).isEqualTo(visitor.toString());
        assertThat(told.path("ProductId").asText())
                .isEqualTo(catalogue
                        .get()
                        .productByAnyName("118")
                        .orElseThrow()
                        .id()
                        .toString());
        assertThat(told.path("WorkPlaceId").asText()).isEqualTo(place.id().toString());
        assertThat(told.path("UserId").asText())
                .isEqualTo(
                        catalogue.get().staffByLogin("op1").orElseThrow().id().toString());
    }

    @Test
    void the_last_visitor_counts_also_while_he_is_being_served() {
        branch.admin().issue("118");
        branch.admin().issue("117");
        var operator = branch.operator(1);
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);
        operator.posts("operation/complete").then().statusCode(200);
        branch.passes(60);
        operator.posts("operation/invite").then().statusCode(200);

        console.begins().then().body("Text", is(OF_CREDITS));
        operator.posts("operation/start").then().statusCode(200);
        console.begins().then().body("Text", is(FOR_ALL));
    }

    @Test
    void who_was_served_elsewhere_or_never_came_is_not_asked_about() {
        branch.admin().issue("118");
        var elsewhere = branch.operator(2);
        elsewhere.posts("operation/invite").then().statusCode(200);
        elsewhere.posts("operation/start").then().statusCode(200);
        branch.admin().issue("118");
        var here = branch.operator(1);
        here.posts("operation/invite").then().statusCode(200);
        here.posts("operation/reject").then().statusCode(200);

        console.begins().then().body("Text", is(FOR_ALL));

        console.ends();
        JsonNode told = surveys.finished().getFirst();
        assertThat(told.path("WorkPlaceId").isTextual()).isTrue();
        assertThat(told.path("TicketProductId").isNull()).isTrue();
    }

    @Test
    void a_new_day_knows_nothing_of_the_visitors_of_the_day_before() {
        branch.newDayAt("23:50:00");
        branch.admin().issue("118");
        var operator = branch.operator(1);
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);
        console.begins().then().body("Text", is(OF_CREDITS));

        branch.newDayAt("00:10:00");

        console.begins().then().body("Text", is(FOR_ALL));
    }

    @Test
    void a_console_without_a_workplace_asks_what_is_for_all() {
        branch.admin().issue("118");
        var operator = branch.operator(1);
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);

        surveys.console("survey-2").begins().then().body("Text", is(FOR_ALL));
    }
}
