package org.talon.branch.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;
import org.talon.branch.survey.SurveyFixture.TestConsole;

@BranchTest
class IdleRunsTest {

    private static final int LIMIT = 120;

    @Inject
    BranchFixture branch;

    @Inject
    SurveyFixture surveys;

    @Inject
    IdleCheck background;

    @Inject
    Scheduler scheduler;

    TestConsole console;
    Instant begun;

    @BeforeEach
    void a_survey_is_begun() {
        branch.empty();
        surveys.begin();
        console = surveys.console("survey-2");
        console.begins();
        begun = branch.now();
    }

    @Test
    void a_survey_that_nobody_answers_is_over_when_its_time_is_up() {
        branch.passes(LIMIT - 1);
        console.state().then().body("StateName", is("Active"));
        branch.passes(1);

        console.state().then().body("StateName", is("Idle"));

        timedOutAt(begun.plusSeconds(LIMIT));
    }

    @Test
    void every_answer_gives_the_visitor_his_time_again() {
        branch.passes(LIMIT - 1);
        console.answers("value", 5);
        branch.passes(LIMIT - 1);
        console.state().then().body("StateName", is("Active"));
        branch.passes(1);
        console.state().then().body("StateName", is("Idle"));

        timedOutAt(begun.plusSeconds(2 * LIMIT - 1));
    }

    @Test
    void an_answer_that_comes_too_late_is_none_and_the_end_is_told_all_the_same() {
        branch.passes(LIMIT + 30);

        console.says("value", 5).then().statusCode(409).body("Code", is("no-active-survey"));

        timedOutAt(begun.plusSeconds(LIMIT));
        console.ends().then().statusCode(409).body("Code", is("no-active-survey"));
    }

    @Test
    void the_next_visitor_begins_and_the_last_one_has_timed_out() {
        branch.passes(LIMIT + 30);

        console.begins().then().body("Number", is(1));

        timedOutAt(begun.plusSeconds(LIMIT));
        assertThat(surveys.outcomes()).containsExactly("TIMED_OUT", "OPEN");
    }

    @Test
    void the_end_is_told_also_where_nobody_calls() {
        surveys.console("survey-1").begins();
        branch.passes(LIMIT - 1);
        background.check();
        assertThat(surveys.finished()).isEmpty();
        console.answers("value", 5);
        branch.passes(LIMIT / 2);

        background.check();

        assertThat(surveys.finished()).hasSize(1);
        assertThat(surveys.finished().getFirst().path("ClientId").asText()).isEqualTo("survey-1");
        console.state().then().body("StateName", is("Active"));
    }

    @Test
    void the_background_looks_by_itself() {
        assertThat(scheduler.isRunning()).isTrue();
        assertThat(scheduler.getScheduledJobs())
                .extracting(Trigger::getMethodDescription)
                .anyMatch(job -> job.contains("IdleCheck#check"));
    }

    private void timedOutAt(Instant at) {
        assertThat(surveys.finished()).hasSize(1);
        assertThat(surveys.finished().getFirst().path("Outcome").asText()).isEqualTo("TimedOut");
        assertThat(surveys.finished().getFirst().path("At").asText()).isEqualTo(at.toString());
    }
}
