package org.talon.branch.survey;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.SurveyAnswer;
import org.talon.branch.catalogue.SurveyQuestion;
import org.talon.shared.event.SurveyFinished.SurveyReply;

/** What a visitor said to one question, or that he passed it over. */
@Embeddable
record GivenAnswer(
        UUID questionId,
        List<UUID> answerIds,
        @Nullable String text,
        @Nullable Integer value,
        Instant answeredAt) {

    SurveyReply replyTo(SurveyQuestion question) {
        return new SurveyReply(
                questionId,
                question.text(),
                question.type().wireName(),
                List.copyOf(answerIds),
                answerIds.stream().map(id -> textOf(question, id)).toList(),
                text,
                value);
    }

    private static String textOf(SurveyQuestion question, UUID answerId) {
        return question.answers().stream()
                .filter(answer -> answer.id().equals(answerId))
                .map(SurveyAnswer::text)
                .findFirst()
                .orElseThrow();
    }
}
