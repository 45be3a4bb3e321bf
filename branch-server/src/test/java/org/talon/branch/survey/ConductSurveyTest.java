package org.talon.branch.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;
import org.talon.branch.survey.SurveyFixture.TestConsole;

@BranchTest
class ConductSurveyTest {

    @Inject
    BranchFixture branch;

    @Inject
    SurveyFixture surveys;

    TestConsole console;

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
        surveys.begin();
        console = surveys.console("survey-2");
    }

    @Test
    void a_question_has_the_known_shape() {
        console.begins()
                .then()
                .body(
                        "keySet()",
                        is(java.util.Set.of("Id", "Number", "Total", "Text", "Type", "Answers", "Min", "Max")))
                .body("Number", is(1))
                .body("Total", is(4))
                .body("Text", is("Оцените обслуживание"))
                .body("Type", is("Scale"))
                .body("Answers", empty())
                .body("Min", is(1))
                .body("Max", is(5));
        console.answers("value", 2)
                .then()
                .body("Number", is(2))
                .body("Type", is("Multiple"))
                .body("Answers.Text", contains("Долго ждать", "Невежливо", "Другое"))
                .body("Min", nullValue());
    }

    @Test
    void a_survey_is_asked_to_its_end_and_told_of() {
        // Given
        var begun = branch.now();
        console.begins();
        // When: a good mark leaps over the question of what was wrong
        console.answers("value", 5).then().body("Number", is(3)).body("Type", is("Single"));
        console.chooses(1).then().body("Number", is(4)).body("Type", is("Text"));
        branch.passes(30);
        console.answers("text", "  Больше окон ")
                .then()
                .body("", is(Map.of("State", 0, "StateName", "Idle", "Completed", true)));
        // Then
        console.state().then().statusCode(200).body("StateName", is("Idle")).body("Question", nullValue());
        JsonNode told = only(surveys.finished());
        assertThat(told.path("Outcome").asText()).isEqualTo("Completed");
        assertThat(told.path("SurveyName").asText()).isEqualTo("Оценка обслуживания");
        assertThat(told.path("ClientId").asText()).isEqualTo("survey-2");
        assertThat(told.path("WorkPlaceId").isNull()).isTrue();
        assertThat(told.path("StartedAt").asText()).isEqualTo(begun.toString());
        assertThat(told.path("At").asText()).isEqualTo(branch.now().toString());
        assertThat(told.path("Answers").findValuesAsText("QuestionText"))
                .containsExactly("Оцените обслуживание", "Вам помогли?", "Что нам улучшить?");
        assertThat(told.at("/Answers/0/Value").asInt()).isEqualTo(5);
        assertThat(told.at("/Answers/1/AnswerTexts/0").asText()).isEqualTo("Нет");
        assertThat(told.at("/Answers/2/Text").asText()).isEqualTo("Больше окон");
    }

    @Test
    void an_answer_may_end_a_survey_before_its_last_question() {
        console.begins();
        console.answers("value", 4);

        console.chooses(0).then().body("Completed", is(true));
    }

    @Test
    void of_several_answers_the_nearest_question_is_asked() {
        console.begins();
        console.answers("value", 1);

        console.chooses(0, 2).then().body("Number", is(4));
    }

    @Test
    void what_is_not_required_may_be_passed_over() {
        console.begins();
        console.answers("value", 5);
        console.chooses(1);

        console.passesOver().then().body("Completed", is(true));

        assertThat(only(surveys.finished()).at("/Answers/2/Text").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "' \" \\ {0} <b> %s", "a\n\tb\u0001"})
    void a_text_is_kept_as_it_was_typed(String text) {
        console.begins();
        console.answers("value", 5);
        console.chooses(1);

        console.answers("text", text).then().body("Completed", is(true));

        assertThat(only(surveys.finished()).at("/Answers/2/Text").asText()).isEqualTo(text);
    }

    @Test
    void half_a_character_is_kept_as_a_question_mark() {
        console.begins();
        console.answers("value", 5);
        console.chooses(1);

        given().contentType(ContentType.JSON)
                .body("{\"questionId\": \"" + console.question() + "\", \"text\": \"half \\ud83d\"}")
                .post("/survey/survey-2/answer")
                .then()
                .statusCode(200);

        assertThat(only(surveys.finished()).at("/Answers/2/Text").asText()).isEqualTo("half ?");
    }

    @Test
    void a_json_body_and_the_other_prefix_do_as_well() {
        String question =
                given().post("/api/1/survey/survey-2/begin").jsonPath().getString("Id");

        given().contentType(ContentType.JSON)
                .body(Map.of("QuestionId", question, "value", 5))
                .post("/api/1/survey/survey-2/answer")
                .then()
                .statusCode(200)
                .body("Number", is(3));
    }

    @Test
    void the_state_shows_the_question_that_is_being_asked() {
        console.state().then().statusCode(200).body("State", is(0)).body("SurveyId", nullValue());
        console.begins();
        console.answers("value", 3);

        console.state()
                .then()
                .statusCode(200)
                .body("State", is(1))
                .body("StateName", is("Active"))
                .body("SurveyName", is("Оценка обслуживания"))
                .body("Question.Id", is(console.question()))
                .body("Question.Number", is(2));
    }

    @Test
    void a_console_breaks_a_survey_off() {
        console.begins();
        console.answers("value", 3);

        console.ends().then().statusCode(200).body("State", is(0)).body("StateName", is("Idle"));

        JsonNode told = only(surveys.finished());
        assertThat(told.path("Outcome").asText()).isEqualTo("Interrupted");
        assertThat(told.path("Answers")).hasSize(1);
        console.ends().then().statusCode(409).body("Code", is("no-active-survey"));
        console.says("text", "x").then().statusCode(409).body("Code", is("no-active-survey"));
    }

    @Test
    void who_begins_while_another_has_walked_away_begins_anew() {
        console.begins();
        console.answers("value", 3);

        console.begins().then().body("Number", is(1));

        assertThat(surveys.outcomes()).containsExactly("INTERRUPTED", "OPEN");
        assertThat(only(surveys.finished()).path("Outcome").asText()).isEqualTo("Interrupted");
    }

    @Test
    void one_console_knows_nothing_of_another() {
        console.begins();

        surveys.console("survey-1").state().then().body("StateName", is("Idle"));
        surveys.console("survey-1").ends().then().statusCode(409);
        console.state().then().body("StateName", is("Active"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey-9", "wp-1", "board-1", "SURVEY-1"})
    void whoever_is_no_survey_console_is_unknown(String clientId) {
        for (var answer : List.of(
                given().get("/survey/" + clientId + "/state"),
                given().post("/survey/" + clientId + "/begin"),
                given().formParam("questionId", "0f8fad5b-d9cb-469f-a165-70867728950e")
                        .post("/survey/" + clientId + "/answer"),
                given().post("/survey/" + clientId + "/end"))) {
            answer.then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("Code", is("console-unknown"))
                    .body("UserMessage", is("Такого пульта опроса нет."));
        }
    }

    private static JsonNode only(List<JsonNode> events) {
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
