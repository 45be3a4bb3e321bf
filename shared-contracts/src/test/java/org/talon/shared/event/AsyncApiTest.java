package org.talon.shared.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.shared.event.EventSamples.Sample;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What outsiders are told of the events is what the golden files are. */
class AsyncApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> DOCUMENT = document();
    private static final JsonNode TREE = JSON.valueToTree(DOCUMENT);
    private static final DescribedShapes SHAPES = shapes();

    static List<Sample> everyEventWithItsGoldenFile() {
        return EventSamples.all();
    }

    @ParameterizedTest
    @MethodSource("everyEventWithItsGoldenFile")
    void an_event_is_exactly_what_is_described(Sample sample) throws IOException {
        assertThat(SHAPES.misfits(EventCodec.typeOf(sample.event()), golden(sample.file())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EventEnvelope-v1.json", "EventEnvelope-v1-without-seq.json"})
    void an_envelope_is_exactly_what_is_described(String file) throws IOException {
        JsonNode envelope = golden(file);

        assertThat(SHAPES.misfits("EventEnvelope", envelope)).isEmpty();
        assertThat(SHAPES.misfits(envelope.path("Type").asText(), envelope.path("Data")))
                .isEmpty();
    }

    @Test
    void every_type_of_event_is_a_message_of_the_channel() {
        Set<String> types = EventSamples.all().stream()
                .map(s -> EventCodec.typeOf(s.event()))
                .collect(Collectors.toSet());

        assertThat(namesAt("/channels/branchEvents/messages")).isEqualTo(types);
        assertThat(namesAt("/components/messages")).isEqualTo(types);
    }

    @Test
    void a_message_is_an_envelope_with_its_own_type_and_data() {
        TREE.at("/components/messages").properties().forEach(message -> {
            JsonNode payload = message.getValue().path("payload").path("allOf");
            JsonNode own = payload.path(1).path("properties");

            assertThat(message.getValue().path("name").asText()).isEqualTo(message.getKey());
            assertThat(payload.path(0).path("$ref").asText()).isEqualTo("#/components/schemas/EventEnvelope");
            assertThat(own.at("/Type/const").asText()).isEqualTo(message.getKey());
            assertThat(own.at("/Data/$ref").asText()).isEqualTo("#/components/schemas/" + message.getKey());
        });
    }

    @Test
    void what_is_never_null_is_required() {
        assertThat(namesAt("/components/schemas")).allSatisfy(name -> {
            Set<String> required = new TreeSet<>();
            TREE.at("/components/schemas/" + name + "/required").forEach(key -> required.add(key.asText()));
            assertThat(required).as(name).isEqualTo(SHAPES.neverNull(name));
        });
    }

    @Test
    void every_reference_leads_somewhere() {
        List<JsonNode> references = TREE.findValues("$ref");

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                TREE.at(JsonPointer.compile(reference.asText().substring(1)))
                                        .isMissingNode())
                        .as(reference.asText())
                        .isFalse());
    }

    @Test
    void the_channel_is_the_topic_on_which_a_branch_sends() {
        UUID branch = UUID.fromString("3f0c5b7a-5d3e-4a57-9a3c-0d5d1c1f0001");

        assertThat(TREE.at("/channels/branchEvents/address").asText().replace("{branchId}", branch.toString()))
                .isEqualTo(EventEnvelope.topicOf(branch));
    }

    @Test
    void a_request_of_the_centre_is_as_described_on_its_topic() throws IOException {
        ResendRequest request =
                new ResendRequest(UUID.randomUUID(), 1, 2, Instant.parse("2026-11-23T06:15:00.250Z"), null);

        assertThat(TREE.at("/channels/control/address").asText()).isEqualTo(ResendRequest.TOPIC);
        assertThat(SHAPES.misfits("ResendRequest", JSON.readTree(new EventCodec().encode(request))))
                .isEmpty();
    }

    @Test
    void the_description_is_of_this_version_of_the_protocol() {
        assertThat(TREE.at("/asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(TREE.at("/info/version").asText()).isEqualTo(EventCodec.PROTOCOL);
    }

    @Test
    void what_is_not_as_described_is_found() throws IOException {
        ObjectNode more = golden("VisitorInvited-v1.json").put("Extra", 1);
        ObjectNode less = golden("VisitorInvited-v1.json").without("Calls");
        ObjectNode text = golden("VisitorInvited-v1.json").put("Calls", "two");
        ObjectNode none = golden("VisitorInvited-v1.json").putNull("At");
        ObjectNode local = golden("VisitorInvited-v1.json").put("At", "2026-11-23T09:15:00");
        ObjectNode high = golden("PriorityChanged-v1.json").put("Priority", 101);

        assertThat(List.of(more, less, text, none, local))
                .allSatisfy(event ->
                        assertThat(SHAPES.misfits("VisitorInvited", event)).hasSize(1));
        assertThat(SHAPES.misfits("PriorityChanged", high)).hasSize(1);
        assertThat(SHAPES.misfits("FromTheFuture", more)).containsExactly("FromTheFuture is not described");
    }

    private static Set<String> namesAt(String pointer) {
        List<String> names = new ArrayList<>();
        TREE.at(pointer).fieldNames().forEachRemaining(names::add);
        return Set.copyOf(names);
    }

    private static ObjectNode golden(String file) throws IOException {
        try (InputStream golden = AsyncApiTest.class.getResourceAsStream("/contract/" + file)) {
            return (ObjectNode) JSON.readTree(golden);
        }
    }

    private static Map<String, Object> document() {
        try (var yaml = Files.newBufferedReader(Path.of("..", "docs", "asyncapi.yaml"))) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (IOException gone) {
            throw new AssertionError("docs/asyncapi.yaml cannot be read", gone);
        }
    }

    @SuppressWarnings("unchecked")
    private static DescribedShapes shapes() {
        Map<String, Object> components = (Map<String, Object>) DOCUMENT.get("components");
        return new DescribedShapes((Map<String, Map<String, Object>>) components.get("schemas"));
    }
}
