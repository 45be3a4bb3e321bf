package org.talon.branch.survey;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.QuestionType;
import org.talon.branch.catalogue.SurveyQuestion;

/** A question as a visitor reads it. {@code total} counts all questions, also those that leaps leave out. */
record QuestionView(
        UUID id,
        int number,
        int total,
        String text,
        String type,
        List<Answer> answers,
        @Nullable Integer min,
        @Nullable Integer max)
        implements AfterAnswer {

    /** What may be chosen. */
    record Answer(UUID id, String text) {}

    static QuestionView of(SurveyRun run) {
        SurveyQuestion question = run.question();
        boolean scale = question.type() == QuestionType.SCALE;
        return new QuestionView(
                question.id(),
                question.number(),
                run.definition().questions().size(),
                question.text(),
                question.type().wireName(),
                question.answers().stream()
                        .map(answer -> new Answer(answer.id(), answer.text()))
                        .toList(),
                scale ? question.min() : null,
                scale ? question.max() : null);
    }
}
