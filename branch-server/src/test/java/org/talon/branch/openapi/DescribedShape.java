package org.talon.branch.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One schema of the document with all that it refers to and is made of. */
final class DescribedShape {

    private final ApiDocument document;
    private final Set<String> kinds = new TreeSet<>();
    private final Map<String, JsonNode> properties = new TreeMap<>();
    private JsonNode items = MissingNode.getInstance();
    private boolean oneOfSeveral;

    private DescribedShape(ApiDocument document, JsonNode schema) {
        this.document = document;
        take(schema);
    }

    /** Where what the code writes is not what is described, by place. */
    static List<String> misfits(ApiDocument document, Type type, JsonNode schema) {
        List<String> misfits = new ArrayList<>();
        new DescribedShape(document, schema).hold(WireShape.javaType(type), "", new HashSet<>(), misfits);
        return misfits;
    }

    private void take(JsonNode schema) {
        if (schema.has("$ref")) {
            take(document.resolved(schema));
            return;
        }
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            kinds.add(type.asText());
        }
        type.forEach(kind -> kinds.add(kind.asText()));
        schema.path("properties").properties().forEach(p -> properties.put(p.getKey(), p.getValue()));
        if (schema.has("items")) {
            items = schema.path("items");
        }
        schema.path("allOf").forEach(this::take);
        takeOneOf(schema.path("anyOf"));
        takeOneOf(schema.path("oneOf"));
    }

    private void takeOneOf(JsonNode choices) {
        oneOfSeveral |=
                choices.valueStream().filter(choice -> choice.has("$ref")).count() > 1;
        choices.forEach(this::take);
    }

    private void hold(JavaType type, String place, Set<JavaType> held, List<String> misfits) {
        WireShape shape = WireShape.of(type);
        if (shape.kind().isEmpty() || type.isJavaLangObject()) {
            return;
        }
        if (!kinds.contains(shape.kind())) {
            misfits.add(place + " is written as " + shape.kind() + ", described as " + kinds);
        } else if (shape.kind().equals("array")) {
            new DescribedShape(document, items).hold(type.getContentType(), place + "[]", held, misfits);
        } else if (shape.kind().equals("object") && held.add(type)) {
            holdProperties(shape.properties(), place, held, misfits);
        }
    }

    private void holdProperties(
            Map<String, WireShape.Property> written, String place, Set<JavaType> held, List<String> misfits) {
        if (!written.keySet().equals(properties.keySet())) {
            misfits.add(place + " is written with " + written.keySet() + ", described with " + properties.keySet());
        }
        written.forEach((key, property) -> {
            if (properties.containsKey(key)) {
                DescribedShape described = new DescribedShape(document, properties.get(key));
                described.hold(property.type(), place + "/" + key, held, misfits);
                boolean maySay = property.leftOut() || oneOfSeveral;
                if (!maySay && property.nullable() != described.kinds.contains("null")) {
                    misfits.add(place + "/" + key + " may " + (property.nullable() ? "" : "not ") + "be null");
                }
            }
        });
    }
}
