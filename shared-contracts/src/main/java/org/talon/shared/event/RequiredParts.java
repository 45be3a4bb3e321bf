package org.talon.shared.event;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds records to their promise: Jackson leaves an absent component null, whatever the record says. */
final class RequiredParts {

    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> record) {
            return Arrays.stream(record.getRecordComponents())
                    .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    private RequiredParts() {}

    /** @throws UnreadableEvent where a component that is not nullable is null, here or in a record below */
    static void require(Record record) {
        for (Method accessor : ACCESSORS.get(record.getClass())) {
            Object part = read(accessor, record);
            requirePart(part, accessor, record);
            if (part instanceof List<?> items) {
                items.forEach(item -> requirePart(item, accessor, record));
            }
        }
    }

    private static void requirePart(@Nullable Object part, Method accessor, Record record) {
        if (part == null) {
            throw new UnreadableEvent(
                    accessor.getName() + " is missing in " + record.getClass().getSimpleName(), null);
        }
        if (part instanceof Record below) {
            require(below);
        }
    }

    private static @Nullable Object read(Method accessor, Record record) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record's component must always be readable", impossible);
        }
    }
}
