package org.talon.branch.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call that is known is described, and every call that is described is taken. */
class ApiCallsTest {

    private static final ApiDocument DOCUMENT = ApiDocument.read();

    static List<JaxRsCalls.Coded> everyCallInTheCode() {
        return JaxRsCalls.ALL;
    }

    @Test
    void every_known_call_is_described() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src", "test", "resources", "known-calls.txt"))) {
            List<Call> known = lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Call::known)
                    .toList();

            assertThat(known).hasSize(54).doesNotHaveDuplicates();
            assertThat(described()).containsAll(known);
        }
    }

    @Test
    void every_call_in_the_code_is_described() {
        assertThat(unnamed(described())).containsAll(unnamed(coded()));
    }

    @Test
    void every_described_call_is_in_the_code() {
        Set<Call> plain =
                described().stream().filter(call -> !takesAPassword(call)).collect(Collectors.toSet());
        assertThat(unnamed(coded())).containsAll(unnamed(plain));
    }

    @Test
    void a_password_in_a_path_is_deprecated_and_stands_for_a_call_with_a_body() {
        List<Call> calls =
                described().stream().filter(ApiCallsTest::takesAPassword).toList();
        assertThat(calls).hasSize(3).allSatisfy(call -> {
            assertThat(DOCUMENT.operation(call).node().path("deprecated").asBoolean())
                    .isTrue();
            String body = call.path().replaceFirst("/[{].*", "");
            assertThat(described()).contains(new Call(call.method(), body));
        });
    }

    private static boolean takesAPassword(Call call) {
        return call.path().endsWith("{password}");
    }

    @ParameterizedTest
    @MethodSource("everyCallInTheCode")
    void who_may_call_is_what_is_described(JaxRsCalls.Coded coded) {
        JsonNode described = DOCUMENT.operation(coded.call()).node();

        assertThat(rolesOf(described)).isEqualTo(coded.roles());
        assertThat(described.has("security"))
                .as("open to all: security: []")
                .isEqualTo(coded.roles().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("everyCallInTheCode")
    void a_call_that_is_carried_out_at_most_once_takes_an_idempotency_key(JaxRsCalls.Coded coded) {
        ApiDocument.Operation described = DOCUMENT.operation(coded.call());

        assertThat(DOCUMENT.parametersIn("header", described).contains("Idempotency-Key"))
                .isEqualTo(coded.isKept());
        assertThat(described.node().at("/responses/200/headers").has("Idempotent-Replayed"))
                .isEqualTo(coded.isKept());
    }

    @ParameterizedTest
    @MethodSource("everyCallInTheCode")
    void a_call_answers_in_the_forms_that_are_described(JaxRsCalls.Coded coded) {
        Set<String> described = new HashSet<>();
        DOCUMENT.answer(DOCUMENT.operation(coded.call())).fieldNames().forEachRemaining(described::add);

        assertThat(described).isEqualTo(coded.forms());
    }

    private static Set<String> rolesOf(JsonNode described) {
        return described.path("x-roles").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static Set<Call> described() {
        return DOCUMENT.operations().stream().map(ApiDocument.Operation::call).collect(Collectors.toSet());
    }

    private static Set<Call> coded() {
        return JaxRsCalls.ALL.stream().map(JaxRsCalls.Coded::call).collect(Collectors.toSet());
    }

    private static Set<Call> unnamed(Set<Call> calls) {
        return calls.stream().map(Call::unnamed).collect(Collectors.toCollection(TreeSet::new));
    }
}
