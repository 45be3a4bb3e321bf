package org.talon.branch.survey;

/** What follows an answer: the next question, or the end. */
sealed interface AfterAnswer permits AfterAnswer.Completed, QuestionView {

    static AfterAnswer of(SurveyRun run) {
        return run.isEnded()
                ? new Completed(SurveyState.IDLE.number(), SurveyState.IDLE.wireName(), true)
                : QuestionView.of(run);
    }

    /** The last question was answered. */
    record Completed(int state, String stateName, boolean completed) implements AfterAnswer {}
}
