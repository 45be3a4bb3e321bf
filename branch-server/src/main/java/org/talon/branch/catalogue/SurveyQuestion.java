package org.talon.branch.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One question of a survey.
 *
 * @param number its place in the survey, from 1
 * @param answers what may be chosen; none for a scale or a text
 * @param min lowest value of a scale, 0 for the other types
 * @param max highest value of a scale, 0 for the other types
 * @param ranges values of a scale that lead elsewhere
 * @param required whether it cannot be passed over
 * @param maxLength how many characters a text may have
 * @param next number of the question that follows, where the answer has nothing else to say; beyond the last one where
 *     the survey ends
 */
public record SurveyQuestion(
        UUID id,
        int number,
        String text,
        QuestionType type,
        List<SurveyAnswer> answers,
        int min,
        int max,
        List<Range> ranges,
        boolean required,
        int maxLength,
        int next) {

    /** Values of a scale, both ends included, and the number of the question that they lead to. */
    public record Range(int from, int to, int next) {
        boolean holds(int value) {
            return from <= value && value <= to;
        }
    }

    /**
     * Number of the question that follows. Of several answers that lead to several questions the nearest counts, so that
     * nothing is left out that one of them asks for.
     */
    public int after(Collection<UUID> chosen, @Nullable Integer value) {
        IntStream byAnswer =
                answers.stream().filter(a -> chosen.contains(a.id())).mapToInt(SurveyAnswer::next);
        IntStream byValue =
                ranges.stream().filter(r -> value != null && r.holds(value)).mapToInt(Range::next);
        return IntStream.concat(byAnswer, byValue).min().orElse(next);
    }
}
