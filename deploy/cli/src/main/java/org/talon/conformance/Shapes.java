package org.talon.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shapes of answers; how they are written is said in {@code shapes.txt}. */
final class Shapes {
    private static final Map<String, String> PATTERNS = Map.of(
            "guid", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            "date", "\\d{4}-\\d{2}-\\d{2}",
            "time", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}");

    private final Map<String, String> definitions = new LinkedHashMap<>();

    Shapes(String text) {
        String name = "";
        for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
            if (line.startsWith(" ")) {
                definitions.merge(name, line.strip(), (before, more) -> before + " " + more);
            } else if (!line.isBlank()) {
                name = line.substring(0, line.indexOf(':'));
                definitions.put(name, line.substring(line.indexOf(':') + 1).strip());
            }
        }
    }

    /** Every place in the answer that does not fit, and what was expected there; none where all of it does. */
    List<String> misfits(JsonNode answer, String shape) {
        List<String> misfits = new ArrayList<>();
        check(answer, shape, "", misfits);
        return misfits;
    }

    private void check(JsonNode value, String shape, String place, List<String> misfits) {
        if (shape.endsWith("?")) {
            if (!value.isNull()) {
                check(value, shape.substring(0, shape.length() - 1), place, misfits);
            }
        } else if (shape.startsWith("[")) {
            checkList(value, shape.substring(1, shape.length() - 1), place, misfits);
        } else if (definitions.containsKey(shape)) {
            checkDefined(value, definitions.get(shape), place, misfits);
        } else if (!fitsPlain(value, shape)) {
            misfits.add(at(place) + " is " + shown(value) + ", expected " + shape);
        }
    }

    private void checkList(JsonNode list, String item, String place, List<String> misfits) {
        if (!list.isArray()) {
            misfits.add(at(place) + " is " + shown(list) + ", expected a list");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            check(list.get(i), item, place + "[" + i + "]", misfits);
        }
    }

    private void checkDefined(JsonNode value, String definition, String place, List<String> misfits) {
        if (definition.contains(" | ")) {
            List<String> choices = Arrays.stream(definition.split(" \\| ")).toList();
            if (choices.stream().noneMatch(choice -> misfits(value, choice).isEmpty())) {
                misfits.add(at(place) + " fits none of " + String.join(", ", choices) + ": "
                        + misfits(value, choices.getLast()).getFirst());
            }
        } else if (!value.isObject()) {
            misfits.add(at(place) + " is " + shown(value) + ", expected an object");
        } else {
            for (String key : definition.split(",\\s*")) {
                checkKey(value, key, place, misfits);
            }
        }
    }

    private void checkKey(JsonNode object, String key, String place, List<String> misfits) {
        String[] words = key.split(" ");
        if (words[0].equals("&")) {
            check(object, words[1], place, misfits);
        } else if (words[0].equals("no")) {
            if (object.has(words[1])) {
                misfits.add(at(place) + " has the key " + words[1] + ", expected none");
            }
        } else if (!object.has(words[0])) {
            misfits.add(at(place) + " lacks the key " + words[0]);
        } else {
            check(object.get(words[0]), words[1], place.isEmpty() ? words[0] : place + "." + words[0], misfits);
        }
    }

    private static boolean fitsPlain(JsonNode value, String kind) {
        return switch (kind) {
            case "text" -> value.isTextual();
            case "int" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "bool" -> value.isBoolean();
            case "guid", "date", "time" -> value.isTextual() && value.asText().matches(PATTERNS.get(kind));
            default -> throw new IllegalStateException("there is no shape " + kind);
        };
    }

    private static String at(String place) {
        return place.isEmpty() ? "the answer" : place;
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
