package org.talon.planted;

import java.util.stream.Collectors;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatchers;

/** Puts something before or behind a method, or in its place. */
final class AdvisedMethod extends Change {
    private final String method;
    private final Class<?> advice;

    /** @param method with the simple names of what it takes: {@code "take(Place,long)"} */
    AdvisedMethod(Part part, String target, String method, Class<?> advice) {
        super(part, target);
        this.method = method;
        this.advice = advice;
    }

    @Override
    AsmVisitorWrapper to(TypeDescription type) {
        MethodDescription found = type.getDeclaredMethods().stream()
                .filter(one -> signature(one).equals(method))
                .findFirst()
                .orElseThrow(() -> new CannotPlant(target() + " has no method " + method));
        return Advice.to(advice).on(ElementMatchers.is(found));
    }

    private static String signature(MethodDescription one) {
        return one.getParameters().asTypeList().asErasures().stream()
                .map(TypeDescription::getSimpleName)
                .collect(Collectors.joining(",", one.getInternalName() + "(", ")"));
    }

    @Override
    void requireDone() {
        // The method was found, and what is found is advised.
    }
}
