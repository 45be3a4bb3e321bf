package org.talon.branch.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;
import org.talon.branch.survey.SurveyFixture.TestConsole;

/** Many hands at one console: one of them wins, and the others are told so. */
@BranchTest
class AtOneConsoleTest {

    private static final int HANDS = 8;

    @Inject
    BranchFixture branch;

    @Inject
    SurveyFixture surveys;

    @Inject
    AgroalDataSource database;

    TestConsole console;

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
        surveys.begin();
        console = surveys.console("survey-2");
    }

    @Test
    void of_many_answers_at_once_one_is_taken() throws Exception {
        console.begins();

        List<Integer> statuses = atOnce(() -> console.says("value", 5));

        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(HANDS - 1);
        console.state().then().body("Question.Number", is(3));
    }

    @Test
    void of_many_ends_at_once_one_is_told_of() throws Exception {
        console.begins();

        List<Integer> statuses = atOnce(console::ends);

        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        assertThat(surveys.finished()).hasSize(1);
    }

    @Test
    void of_many_that_begin_at_once_one_goes_on() throws Exception {
        List<Integer> statuses = atOnce(() -> surveys.console("survey-2").tries());

        assertThat(statuses).contains(200).isSubsetOf(200, 409);
        assertThat(Collections.frequency(surveys.outcomes(), "OPEN")).isEqualTo(1);
        assertThat(surveys.finished()).hasSize(Collections.frequency(statuses, 200) - 1);
    }

    @Test
    void who_comes_second_by_a_hair_is_told_that_a_survey_has_begun() throws Exception {
        try (var hands = Executors.newSingleThreadExecutor();
                Connection first = database.getConnection();
                Statement statement = first.createStatement()) {
            // Given
            first.setAutoCommit(false);
            statement.execute(
                    "insert into survey_run (id, client_id, survey_id, survey_name, definition, question_number,"
                            + " started_at) values (gen_random_uuid(), 'survey-2', gen_random_uuid(), 'x', '{}', 1, now())");
            // When
            Future<Response> second = hands.submit(console::tries);
            while (!somebodyWaits()) {
                Thread.onSpinWait();
            }
            first.commit();
            // Then
            second.get().then().statusCode(409).body("Code", is("survey-begun-already"));
        }
    }

    private boolean somebodyWaits() throws SQLException {
        try (Connection onlooker = database.getConnection();
                Statement statement = onlooker.createStatement();
                ResultSet waiting = statement.executeQuery(
                        "select exists (select from pg_stat_activity where datname"
                                + " = current_database() and wait_event_type = 'Lock' and query ilike 'insert into survey_run%')")) {
            waiting.next();
            return waiting.getBoolean(1);
        }
    }

    private static List<Integer> atOnce(Callable<Response> call) throws Exception {
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var answers = hands.invokeAll(Collections.nCopies(HANDS, call));
            List<Integer> statuses = new java.util.ArrayList<>();
            for (var answer : answers) {
                statuses.add(answer.get().statusCode());
            }
            return statuses;
        }
    }
}
