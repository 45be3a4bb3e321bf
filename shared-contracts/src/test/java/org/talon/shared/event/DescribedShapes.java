package org.talon.shared.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The schemas of a description for outsiders, as far as ours use the language: says where a JSON value does not fit. */
record DescribedShapes(Map<String, Map<String, Object>> schemas) {

    List<String> misfits(String name, JsonNode value) {
        List<String> misfits = new ArrayList<>();
        if (schemas.containsKey(name)) {
            check(schemas.get(name), value, name, misfits);
        } else {
            misfits.add(name + " is not described");
        }
        return misfits;
    }

    /** Names of the properties that may not be null. */
    Set<String> neverNull(String name) {
        Set<String> names = new TreeSet<>();
        propertiesOf(schemas.get(name)).forEach((key, schema) -> {
            if (!typesOf(resolved(schema)).contains("null")) {
                names.add(key);
            }
        });
        return names;
    }

    private void check(Map<String, Object> reference, JsonNode value, String place, List<String> misfits) {
        Map<String, Object> schema = resolved(reference);
        if (typesOf(schema).stream().noneMatch(type -> is(type, value))) {
            misfits.add(place + " is " + value + ", not " + typesOf(schema));
            return;
        }
        if (value.isObject() && schema.containsKey("properties")) {
            checkProperties(propertiesOf(schema), value, place, misfits);
        }
        if (value.isArray()) {
            value.forEach(item -> check(map(schema.get("items")), item, place + "[]", misfits));
        }
        checkFormat(schema, value, place, misfits);
    }

    private void checkProperties(
            Map<String, Map<String, Object>> properties, JsonNode value, String place, List<String> misfits) {
        Set<String> keys = new TreeSet<>();
        value.fieldNames().forEachRemaining(keys::add);
        if (!keys.equals(new TreeSet<>(properties.keySet()))) {
            misfits.add(place + " has " + keys + ", described are " + new TreeSet<>(properties.keySet()));
        }
        properties.forEach((key, schema) -> {
            if (value.has(key)) {
                check(schema, value.path(key), place + "." + key, misfits);
            }
        });
    }

    private static void checkFormat(Map<String, Object> schema, JsonNode value, String place, List<String> misfits) {
        boolean fits = switch (value.getNodeType()) {
            case STRING ->
                isText(String.valueOf(schema.get("format")), value.textValue())
                        && value.textValue().matches(String.valueOf(schema.getOrDefault("pattern", "(?s).*")));
            case NUMBER ->
                value.longValue() >= bound(schema, "minimum", Long.MIN_VALUE)
                        && value.longValue() <= bound(schema, "maximum", Long.MAX_VALUE);
            default -> true;
        };
        if (!fits) {
            misfits.add(place + " is " + value + ", which does not fit " + schema);
        }
    }

    private static long bound(Map<String, Object> schema, String name, long otherwise) {
        return schema.get(name) instanceof Number bound ? bound.longValue() : otherwise;
    }

    private static boolean isText(String format, String text) {
        try {
            return switch (format) {
                case "uuid" -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
                case "date" -> LocalDate.parse(text).toString().equals(text);
                case "date-time" -> text.endsWith("Z") && Instant.parse(text) != null;
                default -> true;
            };
        } catch (DateTimeException no) {
            return false;
        }
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static List<String> typesOf(Map<String, Object> schema) {
        return schema.get("type") instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(schema.get("type")));
    }

    private Map<String, Object> resolved(Map<String, Object> schema) {
        return schema.get("$ref") instanceof String reference
                ? schemas.get(reference.substring(reference.lastIndexOf('/') + 1))
                : schema;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> propertiesOf(Map<String, Object> schema) {
        return (Map<String, Map<String, Object>>) schema.get("properties");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
