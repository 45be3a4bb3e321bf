package org.talon.branch.survey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a console shows. */
record SurveyStateView(
        int state,
        String stateName,
        @Nullable UUID surveyId,
        @Nullable String surveyName,
        @Nullable QuestionView question) {

    static SurveyStateView active(SurveyRun run) {
        return new SurveyStateView(
                SurveyState.ACTIVE.number(),
                SurveyState.ACTIVE.wireName(),
                run.definition().id(),
                run.definition().name(),
                QuestionView.of(run));
    }

    static SurveyStateView idle() {
        return new SurveyStateView(SurveyState.IDLE.number(), SurveyState.IDLE.wireName(), null, null, null);
    }
}
