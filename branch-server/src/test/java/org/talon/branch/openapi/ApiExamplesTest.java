package org.talon.branch.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example is what its schema says, key for key. */
class ApiExamplesTest {

    private static final ApiDocument DOCUMENT = ApiDocument.read();
    private static final ApiSchemas SCHEMAS = new ApiSchemas(DOCUMENT);

    /** An example and the place of the schema that it stands beside. */
    record Shown(String schema, String name, JsonNode value) {
        @Override
        public String toString() {
            return schema + " " + name;
        }
    }

    static List<Shown> everyExample() {
        List<Shown> shown = new ArrayList<>();
        collect("", DOCUMENT.tree(), shown);
        return shown;
    }

    @ParameterizedTest
    @MethodSource("everyExample")
    void an_example_fits_its_schema(Shown example) {
        assertThat(SCHEMAS.misfits(example.schema(), example.value())).isEmpty();
    }

    @Test
    void what_does_not_fit_is_found() {
        String schema = "/components/requestBodies/HallRedirect/content/application~1json/schema";
        ObjectNode more = redirect().put("extra", 1);
        ObjectNode less = redirect().without("ticketProductId");
        ObjectNode other = redirect().put("return", "perhaps");
        ObjectNode bad = redirect().put("workPlaceId", "desk-1");

        assertThat(SCHEMAS.misfits(schema, redirect())).isEmpty();
        assertThat(List.of(more, less, other, bad))
                .allSatisfy(value -> assertThat(SCHEMAS.misfits(schema, value)).isNotEmpty());
    }

    @Test
    void a_key_that_is_too_much_is_found_in_the_middle_of_an_answer() {
        ObjectNode ticket =
                DOCUMENT.component("examples", "TicketWaiting").path("value").deepCopy();
        ((ObjectNode) ticket.at("/Products/0/Product")).put("Colour", "red");

        assertThat(SCHEMAS.misfits(
                        "/paths/~1booking~1tickets~1{ticketId}/get/responses/200/content/application~1json/schema",
                        ticket))
                .isNotEmpty();
    }

    @Test
    void the_columns_of_a_csv_are_the_keys_of_its_json() {
        Stream<ApiDocument.Operation> lists = DOCUMENT.operations().stream()
                .filter(call -> DOCUMENT.answer(call).has("text/csv"));

        assertThat(lists).hasSize(2).allSatisfy(call -> {
            JsonNode answer = DOCUMENT.answer(call);
            String csv = firstExample(answer.path("text/csv")).asText();
            List<String> keys = new ArrayList<>();
            firstExample(answer.path("application/json")).path(0).fieldNames().forEachRemaining(keys::add);
            assertThat(csv.lines().findFirst()).hasValue(String.join(",", keys));
        });
    }

    @Test
    void what_a_stream_tells_is_what_the_board_shows() throws IOException {
        String events = DOCUMENT.component("examples", "NotificationEvents")
                .path("value")
                .asText();
        ObjectMapper json = new ObjectMapper();
        List<String> told =
                events.lines().filter(line -> line.startsWith("data: ")).toList();

        assertThat(told).isNotEmpty();
        for (String line : told) {
            assertThat(SCHEMAS.misfits(
                            "/paths/~1notifications~1{clientId}/get/responses/200/content/application~1json/schema",
                            json.readTree(line.substring("data: ".length()))))
                    .isEmpty();
        }
    }

    private static ObjectNode redirect() {
        return DOCUMENT.component("requestBodies", "HallRedirect")
                .at("/content/application~1json/example")
                .deepCopy();
    }

    private static JsonNode firstExample(JsonNode form) {
        return DOCUMENT.resolved(form.path("examples").elements().next()).path("value");
    }

    private static void collect(String place, JsonNode node, List<Shown> shown) {
        if (node.has("schema") && node.has("example")) {
            shown.add(new Shown(place + "/schema", "example", node.path("example")));
        }
        if (node.has("schema")) {
            node.path("examples")
                    .properties()
                    .forEach(example -> shown.add(new Shown(
                            place + "/schema",
                            example.getKey(),
                            DOCUMENT.resolved(example.getValue()).path("value"))));
        }
        node.properties().forEach(member -> collect(place + "/" + escaped(member.getKey()), member.getValue(), shown));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
