package org.talon.shared.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes everything personal out of events, and nothing else. Of a type that this version does not know nobody can tell what is
 * personal: all of it is taken for that.
 */
public final class PersonalData {

    private PersonalData() {}

    public static boolean mayBeIn(String type) {
        return EventCodec.typeNamed(type).map(PersonalData::isIn).orElse(true);
    }

    /** The data without it; what was given stays as it is. */
    public static JsonNode without(String type, JsonNode data) {
        Optional<Class<?>> known = EventCodec.typeNamed(type);
        if (known.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode left = data.deepCopy();
        takeOut(known.get(), left);
        return left;
    }

    private static boolean isIn(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).anyMatch(PersonalData::isPersonal);
    }

    private static boolean isPersonal(RecordComponent part) {
        Class<?> below = recordIn(part);
        return part.isAnnotationPresent(Personal.class) || (below != null && isIn(below));
    }

    private static void takeOut(Class<?> record, JsonNode data) {
        for (RecordComponent part : record.getRecordComponents()) {
            String name = UpperCamelCaseStrategy.INSTANCE.translate(part.getName());
            Class<?> below = recordIn(part);
            if (part.isAnnotationPresent(Personal.class) && data instanceof ObjectNode object) {
                object.putNull(name);
            } else if (below != null && data.path(name).isArray()) {
                data.path(name).forEach(item -> takeOut(below, item));
            } else if (below != null) {
                takeOut(below, data.path(name));
            }
        }
    }

    /** The record that a component is, or is a list of; null where it is neither. */
    private static @Nullable Class<?> recordIn(RecordComponent part) {
        if (part.getType().isRecord()) {
            return part.getType();
        }
        return part.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> item
                        && item.isRecord()
                ? item
                : null;
    }
}
