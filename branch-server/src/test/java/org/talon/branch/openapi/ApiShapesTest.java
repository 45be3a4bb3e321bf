package org.talon.branch.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talon.shared.http.Problem;

/** What the code writes is what is described: key for key, with what may be null, all the way down. */
class ApiShapesTest {

    private static final ApiDocument DOCUMENT = ApiDocument.read();

    record UserOfAnotherShape(UUID id, @Nullable String name, int login, String colour) {}

    static Stream<JaxRsCalls.Coded> everyCallThatAnswersJson() {
        return JaxRsCalls.ALL.stream().filter(coded -> jsonOf(coded).isObject());
    }

    @ParameterizedTest
    @MethodSource("everyCallThatAnswersJson")
    void an_answer_is_written_as_it_is_described(JaxRsCalls.Coded coded) {
        assertThat(DescribedShape.misfits(
                        DOCUMENT,
                        coded.method().getGenericReturnType(),
                        jsonOf(coded).path("schema")))
                .isEmpty();
    }

    @Test
    void an_error_is_written_as_it_is_described() {
        assertThat(DescribedShape.misfits(DOCUMENT, Problem.class, DOCUMENT.component("schemas", "Problem")))
                .isEmpty();
    }

    @Test
    void what_is_not_as_described_is_found() {
        assertThat(DescribedShape.misfits(DOCUMENT, UserOfAnotherShape.class, DOCUMENT.component("schemas", "User")))
                .hasSize(4)
                .anySatisfy(misfit -> assertThat(misfit).contains("Colour"))
                .anySatisfy(misfit -> assertThat(misfit).contains("/Name may be null"))
                .anySatisfy(misfit -> assertThat(misfit).contains("/Login may not be null"))
                .anySatisfy(misfit -> assertThat(misfit).contains("/Login is written as integer"));
    }

    static List<Class<?>> everyDescribedState() {
        return new ClassFileImporter()
                .importPackages("org.talon.branch").stream()
                        .filter(type -> type.isEnum()
                                && DOCUMENT.component("schemas", type.getSimpleName())
                                        .at("/oneOf/0")
                                        .has("const"))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    @Test
    void states_are_described() {
        assertThat(everyDescribedState())
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrder("TicketProductState", "TicketState", "WorkPlaceState", "SurveyState");
    }

    @ParameterizedTest
    @MethodSource("everyDescribedState")
    void states_have_the_numbers_and_names_that_are_described(Class<?> type) throws ReflectiveOperationException {
        JsonNode described = DOCUMENT.component("schemas", type.getSimpleName()).path("oneOf");
        JsonNode names =
                DOCUMENT.component("schemas", type.getSimpleName() + "Name").path("enum");
        Object[] states = type.getEnumConstants();

        assertThat(described).hasSize(states.length);
        for (int i = 0; i < states.length; i++) {
            assertThat(described.path(i).path("const").asInt()).isEqualTo(told(states[i], "number"));
            assertThat(described.path(i).path("title").asText())
                    .isEqualTo(told(states[i], "wireName"))
                    .isEqualTo(names.path(i).asText());
        }
    }

    private static JsonNode jsonOf(JaxRsCalls.Coded coded) {
        return DOCUMENT.answer(DOCUMENT.operation(coded.call())).path("application/json");
    }

    private static Object told(Object state, String verb) throws ReflectiveOperationException {
        Method method = state.getClass().getDeclaredMethod(verb);
        method.setAccessible(true);
        return method.invoke(state);
    }
}
