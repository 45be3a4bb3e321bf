package org.talon.branch.openapi;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.talon.branch.idempotency.AtMostOnce;
import org.talon.branch.idempotency.NeverKept;

/** The calls that the code takes. */
final class JaxRsCalls {

    /** One call in the code. */
    record Coded(Call call, Method method) {

        /** Who may call; nobody in particular where it is open to all. */
        Set<String> roles() {
            return Stream.of(method, method.getDeclaringClass())
                    .filter(JaxRsCalls::saysWhoMayCall)
                    .findFirst()
                    .map(element -> element.getAnnotation(RolesAllowed.class))
                    .map(allowed -> Set.of(allowed.value()))
                    .orElse(Set.of());
        }

        /** In which forms it answers. */
        Set<String> forms() {
            return Stream.of(method, method.getDeclaringClass())
                    .map(element -> element.getAnnotation(Produces.class))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(forms -> Set.of(forms.value()))
                    .orElse(Set.of(MediaType.APPLICATION_JSON));
        }

        /** Whether its answer is kept for the same call with the same key. */
        boolean isKept() {
            return method.isAnnotationPresent(POST.class)
                    && method.getDeclaringClass().isAnnotationPresent(AtMostOnce.class)
                    && !method.isAnnotationPresent(NeverKept.class);
        }

        @Override
        public String toString() {
            return call.toString();
        }
    }

    static final List<Coded> ALL = all();

    private JaxRsCalls() {}

    private static List<Coded> all() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.talon.branch", "org.talon.shared")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(JaxRsCalls::of)
                        .toList();
    }

    private static Stream<Coded> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> httpMethod(method).stream()
                        .map(http -> new Coded(new Call(http, path(resource) + "/" + path(method)), method)));
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value().replaceAll("^/|/$", "");
    }

    private static boolean saysWhoMayCall(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getPackageName().equals("jakarta.annotation.security"));
    }
}
