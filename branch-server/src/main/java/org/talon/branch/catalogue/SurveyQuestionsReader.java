package org.talon.branch.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.talon.branch.catalogue.SurveyQuestion.Range;

/** Reads the questions of one survey. They lead forward only, so that every survey comes to its end. */
final class SurveyQuestionsReader {

    private static final Set<String> KEYS =
            Set.of("id", "text", "type", "answers", "min", "max", "ranges", "required", "maxLength", "next");
    private static final Pattern SHORT_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String END = "end";
    private static final int LOWEST = -1000;
    private static final int HIGHEST = 1000;
    private static final int USUAL_LENGTH = 1000;
    private static final int MOST_LENGTH = 10_000;

    private final String place;
    private final List<YamlPart> parts;
    private final List<String> names;

    SurveyQuestionsReader(UUID surveyId, YamlPart survey) {
        place = "survey/" + surveyId;
        parts = survey.parts("questions", KEYS);
        if (parts.isEmpty()) {
            survey.refuse("questions", "expected a list of at least one question");
        }
        names = names(parts);
    }

    List<SurveyQuestion> questions() {
        return IntStream.rangeClosed(1, parts.size()).mapToObj(this::question).toList();
    }

    private static List<String> names(List<YamlPart> parts) {
        List<String> names = new ArrayList<>();
        for (YamlPart part : parts) {
            String name = part.text(
                    "id",
                    "a short name of letters, digits, - and _, other than " + END,
                    v -> SHORT_NAME.matcher(v).matches() && !v.equals(END));
            if (!name.isEmpty() && names.contains(name)) {
                part.refuse("id", "\"" + name + "\" is taken already; expected another");
            }
            names.add(name);
        }
        return names;
    }

    private SurveyQuestion question(int number) {
        YamlPart part = parts.get(number - 1);
        QuestionType type = type(part);
        UUID id = CatalogueNames.derived(place + "/" + names.get(number - 1));
        int next = next(part, number, number + 1);
        int min = bound(part, type, "min", LOWEST, HIGHEST - 1);
        int max = bound(part, type, "max", min + 1, HIGHEST);
        return new SurveyQuestion(
                id,
                number,
                part.text("text", "the question's text", any -> true),
                type,
                answers(part, type, id, number, next),
                min,
                max,
                ranges(part, type, number, min, max),
                required(part),
                maxLength(part, type),
                next);
    }

    private static QuestionType type(YamlPart part) {
        String type = part.text(
                "type",
                "single, multiple, scale or text",
                v -> Stream.of(QuestionType.values())
                        .anyMatch(known -> known.name().toLowerCase(Locale.ROOT).equals(v)));
        return type.isEmpty() ? likely(part) : QuestionType.valueOf(type.toUpperCase(Locale.ROOT));
    }

    /** So that a mistake in the type is one mistake, not several. */
    private static QuestionType likely(YamlPart part) {
        return part.has("answers") ? QuestionType.SINGLE : part.has("min") ? QuestionType.SCALE : QuestionType.TEXT;
    }

    private static boolean required(YamlPart part) {
        return part.optionalText("required", "true or false", v -> v.equals("true") || v.equals("false"))
                .map(Boolean::valueOf)
                .orElse(true);
    }

    private static int bound(YamlPart part, QuestionType type, String key, int lowest, int highest) {
        return isOf(part, key, type, QuestionType.SCALE) ? part.integer(key, lowest, highest, null) : 0;
    }

    private static int maxLength(YamlPart part, QuestionType type) {
        return isOf(part, "maxLength", type, QuestionType.TEXT)
                ? part.integer("maxLength", 1, MOST_LENGTH, USUAL_LENGTH)
                : USUAL_LENGTH;
    }

    private List<SurveyAnswer> answers(YamlPart question, QuestionType type, UUID id, int number, int usually) {
        if (!isOf(question, "answers", type, QuestionType.SINGLE, QuestionType.MULTIPLE)) {
            return List.of();
        }
        List<YamlPart> answers = question.parts("answers", Set.of("id", "text", "next"));
        if (answers.isEmpty()) {
            question.refuse("answers", "expected a list of at least one answer");
        }
        Set<String> taken = new HashSet<>();
        return answers.stream()
                .map(part -> answer(part, id, number, usually, taken))
                .toList();
    }

    private SurveyAnswer answer(YamlPart part, UUID questionId, int number, int usually, Set<String> taken) {
        String text = part.text("text", "the answer's text", any -> true);
        String key = part.has("id") ? "id" : "text";
        String name = part.optionalText(
                        "id",
                        "a short name of letters, digits, - and _",
                        v -> SHORT_NAME.matcher(v).matches())
                .orElse(text);
        if (!name.isEmpty() && !taken.add(name)) {
            part.refuse(key, "\"" + name + "\" is taken already; expected another");
        }
        return new SurveyAnswer(CatalogueNames.derived(questionId + "/" + name), text, next(part, number, usually));
    }

    private List<Range> ranges(YamlPart question, QuestionType type, int number, int min, int max) {
        if (!isOf(question, "ranges", type, QuestionType.SCALE)) {
            return List.of();
        }
        List<Range> ranges = new ArrayList<>();
        for (YamlPart part : question.parts("ranges", Set.of("from", "to", "next"))) {
            int from = part.integer("from", min, max, null);
            Range range = new Range(from, part.integer("to", from, max, null), next(part, number));
            if (ranges.stream().anyMatch(other -> other.from() <= range.to() && range.from() <= other.to())) {
                part.refuse("from", "expected values that no range before has");
            }
            ranges.add(range);
        }
        return ranges;
    }

    private int next(YamlPart part, int number, int otherwise) {
        return part.has("next") ? next(part, number) : otherwise;
    }

    /** The number of a later question, or of none any more. */
    private int next(YamlPart part, int number) {
        List<String> later = Stream.concat(names.subList(number, names.size()).stream(), Stream.of(END))
                .toList();
        String name = part.text("next", "a later question, one of " + String.join(", ", later), later::contains);
        return name.isEmpty() ? number + 1 : number + 1 + later.indexOf(name);
    }

    /** Whether a question of this type has such a key; one of another type must not have it. */
    private static boolean isOf(YamlPart part, String key, QuestionType type, QuestionType... having) {
        boolean fits = List.of(having).contains(type);
        if (!fits && part.has(key)) {
            part.refuse(key, "is not for a question of the type " + type.name().toLowerCase(Locale.ROOT));
        }
        return fits;
    }
}
