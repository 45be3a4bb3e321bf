package org.talon.branch.survey;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.QuestionType;
import org.talon.branch.catalogue.SurveyAnswer;
import org.talon.branch.catalogue.SurveyQuestion;
import org.talon.shared.http.DomainException;

/** What may be answered to a question of each type. Each type takes one parameter, and no other. */
final class AnswerRules {

    private AnswerRules() {}

    static void require(SurveyQuestion question, NewAnswer given) {
        String wanted = parameterOf(question.type());
        refuseOthers(question, wanted, given);
        if (question.required() && given.isEmpty()) {
            throw DomainException.badParameter(wanted, "is required");
        }
        requireChoice(question, given.answerIds());
        requireInRange(question, given.value());
        requireShort(question, given.text());
    }

    private static String parameterOf(QuestionType type) {
        return switch (type) {
            case SINGLE, MULTIPLE -> "answerId";
            case SCALE -> "value";
            case TEXT -> "text";
        };
    }

    private static void refuseOthers(SurveyQuestion question, String wanted, NewAnswer given) {
        for (String parameter : given.parameters()) {
            if (!parameter.equals(wanted)) {
                throw DomainException.badParameter(
                        parameter, "a " + question.type().wireName() + " question takes " + wanted + " instead");
            }
        }
    }

    private static void requireChoice(SurveyQuestion question, List<UUID> chosen) {
        if (question.type() == QuestionType.SINGLE && chosen.size() > 1) {
            throw DomainException.badParameter("answerId", "expected one answer to a Single question");
        }
        List<UUID> known = question.answers().stream().map(SurveyAnswer::id).toList();
        for (UUID id : chosen) {
            if (!known.contains(id)) {
                throw new DomainException(
                        DomainException.Kind.UNKNOWN,
                        "answer-unknown",
                        "the question " + question.id() + " has no answer " + id);
            }
        }
    }

    private static void requireInRange(SurveyQuestion question, @Nullable Integer value) {
        if (value != null && (value < question.min() || value > question.max())) {
            throw DomainException.badParameter(
                    "value", "expected a whole number from " + question.min() + " to " + question.max());
        }
    }

    private static void requireShort(SurveyQuestion question, @Nullable String text) {
        if (text == null) {
            return;
        }
        if (text.codePointCount(0, text.length()) > question.maxLength()) {
            throw DomainException.badParameter("text", "expected at most " + question.maxLength() + " characters");
        }
        // The one character that no database keeps in a text.
        if (text.indexOf('\0') >= 0) {
            throw DomainException.badParameter("text", "expected no character U+0000");
        }
    }
}
