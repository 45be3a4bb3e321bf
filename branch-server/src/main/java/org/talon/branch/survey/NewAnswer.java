package org.talon.branch.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.http.Parameters;

/** What a console says that a visitor answered; not held against the question yet. */
record NewAnswer(
        UUID questionId,
        List<UUID> answerIds,
        @Nullable String text,
        @Nullable Integer value) {

    static NewAnswer of(Parameters parameters) {
        return new NewAnswer(
                Parameters.guid("questionId", parameters.requiredText("questionId")),
                parameters.list("answerId").stream()
                        .map(id -> Parameters.guid("answerId", id))
                        .distinct()
                        .toList(),
                parameters.text("text").orElse(null),
                parameters
                        .integer("value", Integer.MIN_VALUE, Integer.MAX_VALUE)
                        .orElse(null));
    }

    boolean isEmpty() {
        return parameters().isEmpty();
    }

    /** Names of the parameters that say what was answered. */
    List<String> parameters() {
        List<String> names = new ArrayList<>();
        if (!answerIds.isEmpty()) {
            names.add("answerId");
        }
        if (text != null) {
            names.add("text");
        }
        if (value != null) {
            names.add("value");
        }
        return names;
    }
}
