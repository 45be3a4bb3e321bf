package org.talon.branch.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.DomainException.Kind;
import org.talon.shared.http.Problem;
import org.talon.shared.wire.WireFormat;

/** Every refusal of the code is described as it is answered, and no other is. */
class ApiErrorsTest {

    /** Answers to what HTTP itself cannot take: no rule of ours refuses it. */
    private static final Set<String> OF_HTTP = Set.of("method-not-allowed", "not-acceptable");

    private static final ApiDocument DOCUMENT = ApiDocument.read();
    private static final ObjectMapper JSON =
            WireFormat.apply(JsonMapper.builder().build());

    static Stream<JsonNode> everyDescribedProblem() {
        return DOCUMENT.tree()
                .at("/components/examples")
                .valueStream()
                .map(example -> example.path("value"))
                .filter(value -> value.has("Code"));
    }

    static Stream<ApiDocument.Operation> everyCall() {
        return DOCUMENT.operations().stream();
    }

    @Test
    void every_code_in_the_code_is_described_under_its_status() {
        Map<String, Integer> described = new TreeMap<>();
        everyDescribedProblem()
                .forEach(problem -> described.put(
                        problem.path("Code").asText(), problem.path("status").asInt()));

        assertThat(SourceCodes.all())
                .isNotEmpty()
                .allSatisfy((code, kind) -> assertThat(described)
                        .containsEntry(code, code.equals("internal-error") ? 500 : statusOf(kind)));
    }

    @Test
    void every_described_code_is_in_the_code() {
        Set<String> missing = new TreeSet<>();
        everyDescribedProblem()
                .forEach(problem -> missing.add(problem.path("Code").asText()));
        missing.removeAll(SourceCodes.all().keySet());
        missing.removeAll(OF_HTTP);

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyDescribedProblem")
    void a_described_problem_is_what_the_server_answers(JsonNode described) {
        String code = described.path("Code").asText();
        ObjectNode expected = described.<ObjectNode>deepCopy().without("Errors");
        Optional<Kind> kind = kindOf(described.path("status").asInt());

        assertThat(kind.isPresent()
                        || Set.of(405, 406, 500)
                                .contains(described.path("status").asInt()))
                .isTrue();
        kind.ifPresent(
                known -> assertThat(answer(known, code, described.path("detail").asText()))
                        .isEqualTo(expected));
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void a_code_stands_under_its_own_status(ApiDocument.Operation call) {
        call.node().path("responses").properties().stream()
                .filter(answer -> answer.getKey().matches("[45]\\d\\d"))
                .forEach(answer -> DOCUMENT.resolved(answer.getValue())
                        .at("/content/application~1problem+json/examples")
                        .forEach(example -> assertThat(DOCUMENT.resolved(example)
                                        .at("/value/status")
                                        .asText())
                                .as(example.path("$ref").asText())
                                .isEqualTo(answer.getKey())));
    }

    private static ObjectNode answer(Kind kind, String code, String detail) {
        Response answer = Problem.respond(new DomainException(kind, code, detail), null);
        return JSON.valueToTree(answer.getEntity());
    }

    private static int statusOf(Kind kind) {
        return Problem.respond(new DomainException(kind, "any", "any"), null).getStatus();
    }

    private static Optional<Kind> kindOf(int status) {
        return Arrays.stream(Kind.values())
                .filter(kind -> statusOf(kind) == status)
                .findFirst();
    }
}
