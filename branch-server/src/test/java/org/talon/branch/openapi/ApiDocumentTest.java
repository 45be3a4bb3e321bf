package org.talon.branch.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talon.branch.openapi.ApiDocument.Operation;

/** The document is well formed, and says of every call what its caller must know. */
class ApiDocumentTest {

    private static final ApiDocument DOCUMENT = ApiDocument.read();
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]*)}");

    static List<Operation> everyCall() {
        return DOCUMENT.operations();
    }

    static Stream<Operation> everyCallWithABody() {
        return everyCall().stream().filter(call -> call.node().has("requestBody"));
    }

    @Test
    void the_document_is_valid_openapi_3_1() {
        assertThat(DOCUMENT.tree().path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(complaintsOf(DOCUMENT.text())).isEmpty();
    }

    @Test
    void what_is_not_valid_is_found() {
        assertThat(complaintsOf(DOCUMENT.text().replaceFirst("summary:", "sumary:")))
                .hasSize(1);
        assertThat(complaintsOf(DOCUMENT.text().replaceFirst("operationId: \\w+", "operationId: getTicket")))
                .hasSize(1);
    }

    @Test
    void every_reference_leads_somewhere_and_nothing_is_left_over() {
        Set<String> used = new HashSet<>();
        for (JsonNode reference : DOCUMENT.tree().findValues("$ref")) {
            assertThat(DOCUMENT.tree().at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
            used.add(reference.asText());
        }
        DOCUMENT.tree().path("components").properties().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .forEach(kind -> kind.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                name -> assertThat(used).contains("#/components/" + kind.getKey() + "/" + name)));
    }

    @Test
    void a_path_has_nothing_but_calls() {
        assertThat(DOCUMENT.tree().path("paths"))
                .allSatisfy(path -> assertThat(texts(path.fieldNames()))
                        .containsAnyOf("get", "post")
                        .hasSize(1));
    }

    @Test
    void every_call_has_a_name_of_its_own() {
        assertThat(everyCall())
                .extracting(call -> call.node().path("operationId").asText())
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("[a-z][A-Za-z]+"));
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void a_call_says_what_it_is_for_and_what_it_answers(Operation call) {
        assertThat(call.node().path("summary").asText()).isNotBlank();
        assertThat(DOCUMENT.tree().path("tags").findValuesAsText("name"))
                .containsAll(texts(call.node().path("tags")))
                .isNotEmpty();
        assertThat(DOCUMENT.answer(call).properties())
                .isNotEmpty()
                .allSatisfy(form -> assertThat(form.getKey().equals("image/png")
                                || form.getValue().path("examples").size() > 0)
                        .as("an example as " + form.getKey())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void a_call_says_how_it_is_refused(Operation call) {
        JsonNode answers = call.node().path("responses");

        assertThat(answers.has("default")).isTrue();
        assertThat(answers.has("401") && answers.has("403")).isEqualTo(wantsToken(call) || isLogin(call));
        answers.properties().stream()
                .filter(answer -> !answer.getKey().equals("200"))
                .map(answer -> DOCUMENT.resolved(answer.getValue()).path("content"))
                .forEach(content -> {
                    JsonNode problem = content.path("application/problem+json");
                    assertThat(problem.at("/schema/$ref").asText()).isEqualTo("#/components/schemas/Problem");
                    assertThat(problem.path("examples").properties())
                            .isNotEmpty()
                            .allSatisfy(code -> assertThat(
                                            code.getValue().path("$ref").asText())
                                    .isEqualTo("#/components/examples/" + code.getKey()));
                });
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void a_call_names_the_parameters_of_its_path(Operation call) {
        List<String> inTemplate = PATH_PARAMETER
                .matcher(call.call().path())
                .results()
                .map(MatchResult::group)
                .map(name -> name.replaceAll("[{}]", ""))
                .toList();

        assertThat(DOCUMENT.parametersIn("path", call)).isEqualTo(inTemplate);
        assertThat(DOCUMENT.parametersIn("header", call)).contains("Accept-Language");
    }

    @ParameterizedTest
    @MethodSource("everyCallWithABody")
    void a_parameter_may_stand_in_a_form_or_in_json_and_if_no_secret_in_the_query(Operation call) {
        JsonNode content = DOCUMENT.resolved(call.node().path("requestBody")).path("content");
        JsonNode schema = content.path("application/json").path("schema");
        List<String> inBody = texts(DOCUMENT.resolved(schema).path("properties").fieldNames());

        assertThat(texts(content.fieldNames()))
                .containsExactlyInAnyOrder("application/json", "application/x-www-form-urlencoded");
        assertThat(content.path("application/x-www-form-urlencoded").path("schema"))
                .isEqualTo(schema);
        if (inBody.contains("password")) {
            assertThat(DOCUMENT.parametersIn("query", call)).isEmpty();
        } else {
            assertThat(DOCUMENT.parametersIn("query", call)).containsExactlyInAnyOrderElementsOf(inBody);
        }
    }

    private static List<String> complaintsOf(String document) {
        return new OpenAPIV3Parser()
                .readContents(document, null, new ParseOptions())
                .getMessages();
    }

    private static boolean wantsToken(Operation call) {
        return !call.node().has("security");
    }

    private static boolean isLogin(Operation call) {
        return call.call().path().matches("/(queue/admin/login|operation/identify)\\b.*");
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toList());
    }

    private static List<String> texts(java.util.Iterator<String> names) {
        List<String> all = new java.util.ArrayList<>();
        names.forEachRemaining(all::add);
        return all;
    }
}
