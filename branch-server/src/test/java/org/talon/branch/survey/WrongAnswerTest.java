package org.talon.branch.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;
import org.talon.branch.survey.SurveyFixture.TestConsole;

/** An answer that does not fit is refused, and the question is asked as before. */
@BranchTest
class WrongAnswerTest {

    private static final String NOBODYS = "0f8fad5b-d9cb-469f-a165-70867728950e";

    @Inject
    BranchFixture branch;

    @Inject
    SurveyFixture surveys;

    TestConsole console;

    @BeforeEach
    void a_survey_is_begun() {
        branch.empty();
        surveys.begin();
        console = surveys.console("survey-2");
        console.begins();
    }

    @AfterEach
    void the_question_is_still_being_asked() {
        console.state().then().body("Question.Id", is(console.question()));
        assertThat(surveys.finished()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|expected a whole number from 1 to 5",
                "6|expected a whole number from 1 to 5",
                "ten|expected a whole number from -2147483648 to 2147483647",
                "''|is required"
            })
    void a_scale_takes_a_whole_number_between_its_ends(String value, String message) {
        refused(console.says("value", value), "value", message);
    }

    @ParameterizedTest
    @CsvSource({"text,well", "answerId," + NOBODYS})
    void a_scale_takes_nothing_else(String parameter, String value) {
        refused(console.says(parameter, value), parameter, "a Scale question takes value instead");
    }

    @Test
    void a_single_question_takes_one_answer() {
        console.answers("value", 5);
        List<String> both = console.state().jsonPath().getList("Question.Answers.Id");

        refused(console.says("answerId", both.toArray()), "answerId", "expected one answer to a Single question");
        refused(
                console.says("answerId", String.join(",", both)),
                "answerId",
                "expected one answer to a Single question");
        refused(console.says("text", "Да"), "text", "a Single question takes answerId instead");
        refused(console.says("value", 1), "value", "a Single question takes answerId instead");
        refused(console.says("other", 1), "answerId", "is required");
        refused(
                console.says("answerId", "Да"),
                "answerId",
                "expected a GUID such as 0f8fad5b-d9cb-469f-a165-70867728950e");
        console.says("answerId", NOBODYS).then().statusCode(404).body("Code", is("answer-unknown"));
    }

    @Test
    void a_text_is_as_long_as_it_may_be_in_characters_and_no_longer() {
        console.answers("value", 5);
        console.chooses(1);

        refused(console.says("text", "я".repeat(21)), "text", "expected at most 20 characters");
        refused(said("a\0b"), "text", "expected no character U+0000");
        refused(console.says("value", 1), "value", "a Text question takes text instead");
    }

    @Test
    void only_the_question_that_is_asked_takes_an_answer() {
        String first = console.question();
        console.answers("value", 5);

        given().formParam("questionId", first)
                .formParam("value", 5)
                .post("/survey/survey-2/answer")
                .then()
                .statusCode(409)
                .body("Code", is("not-the-question"))
                .body("UserMessage", is("Этот вопрос сейчас не задаётся."));
        given().formParam("questionId", NOBODYS)
                .post("/survey/survey-2/answer")
                .then()
                .statusCode(409)
                .body("Code", is("not-the-question"));
    }

    @Test
    void an_answer_names_its_question() {
        refused(given().formParam("value", 5).post("/survey/survey-2/answer"), "questionId", "is required");
        refused(
                given().formParam("questionId", "1").post("/survey/survey-2/answer"),
                "questionId",
                "expected a GUID such as 0f8fad5b-d9cb-469f-a165-70867728950e");
    }

    private Response said(String text) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("questionId", console.question(), "text", text))
                .post("/survey/survey-2/answer");
    }

    private static void refused(Response answer, String field, String message) {
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("Code", is("bad-parameter"))
                .body("Errors[0].Field", is(field))
                .body("Errors[0].Message", is(message));
    }
}
