package org.talon.shared.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's survey came to its end, or was left before it. It is about the service that the console's workplace had
 * begun last, where there was one. Since v1.
 *
 * @param workPlaceId null where the console stands at no workplace; so are then {@code userId},
 *     {@code ticketProductId} and {@code productId}, which are also null where nobody had been served
 * @param outcome {@code Completed}, {@code Interrupted} or {@code TimedOut}
 * @param answers in the order in which they were given; what was passed over is in them, with nothing chosen
 */
public record SurveyFinished(
        UUID runId,
        UUID surveyId,
        String surveyName,
        String clientId,
        @Nullable UUID workPlaceId,
        @Nullable UUID userId,
        @Nullable UUID ticketProductId,
        @Nullable UUID productId,
        String outcome,
        List<SurveyReply> answers,
        Instant startedAt,
        Instant at)
        implements BranchEvent {

    /**
     * What a visitor said to one question.
     *
     * @param type {@code Single}, {@code Multiple}, {@code Scale} or {@code Text}
     * @param answerTexts as they read when they were chosen, in the order of {@code answerIds}
     * @param text as the visitor typed it
     */
    public record SurveyReply(
            UUID questionId,
            String questionText,
            String type,
            List<UUID> answerIds,
            List<String> answerTexts,
            @Personal @Nullable String text,
            @Nullable Integer value) {}
}
