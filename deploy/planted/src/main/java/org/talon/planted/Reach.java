package org.talon.planted;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reaches into objects of the server, whatever they hide. Called from within its classes, where what is advised is put. */
public final class Reach {

    private Reach() {}

    /** What a field holds. */
    public static Object get(Object of, String field) {
        try {
            return field(of.getClass(), field).get(of);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static void set(Object of, String field, @Nullable Object value) {
        try {
            field(of.getClass(), field).set(of, value);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Calls the method of that name and so many arguments, of all that there are the one that takes the first of them; fails as it does. */
    public static @Nullable Object call(Object of, String method, @Nullable Object... arguments) {
        try {
            return method(of.getClass(), method, arguments).invoke(of, arguments);
        } catch (InvocationTargetException failed) {
            throw Reach.<RuntimeException>asItIs(failed.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same of a method that answers something always. */
    public static Object answer(Object of, String method, @Nullable Object... arguments) {
        return Objects.requireNonNull(call(of, method, arguments));
    }

    public static long number(Object of, String method) {
        Object answer = call(of, method);
        if (answer instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException(method + " answered " + answer);
    }

    /** A record like that one, of other values. */
    public static Object like(Object example, @Nullable Object... values) {
        try {
            return opened(example.getClass().getDeclaredConstructors()[0]).newInstance(values);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** An object of a class that the server alone knows. */
    public static Object made(ClassLoader loader, String type, @Nullable Object... values) {
        try {
            var made = loader.loadClass(type).getDeclaredConstructors()[0];
            return opened(made).newInstance(values);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Another value of the same enum. */
    public static Object value(Object example, String name) {
        return Arrays.stream(((Enum<?>) example).getDeclaringClass().getEnumConstants())
                .filter(one -> ((Enum<?>) one).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Field field(Class<?> type, String name) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return opened(field);
                }
            }
        }
        throw new IllegalStateException(type + " has no field " + name);
    }

    private static Method method(Class<?> type, String name, @Nullable Object... arguments) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                if (method.getName().equals(name)
                        && !method.isBridge()
                        && method.getParameterCount() == arguments.length
                        && takes(method, arguments)) {
                    return opened(method);
                }
            }
        }
        throw new IllegalStateException(type + " has no method " + name);
    }

    private static boolean takes(Method method, @Nullable Object... arguments) {
        Class<?> first = arguments.length == 0 ? null : method.getParameterTypes()[0];
        return first == null || first.isPrimitive() || first.isInstance(arguments[0]);
    }

    private static <T extends AccessibleObject> T opened(T member) {
        member.setAccessible(true);
        return member;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // what is thrown passes as it is, checked or not
    private static <E extends Throwable> E asItIs(@Nullable Throwable failed) throws E {
        throw (E) failed;
    }
}
