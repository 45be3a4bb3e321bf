package org.talon.shared.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talon.shared.event.EventSamples.Sample;
import org.talon.shared.wire.WireFormat;

/** Events look as they always did. A golden file is never edited: branches of many versions send, one centre reads. */
class EventContractTest {

    private static final Path CONTRACT = contract();

    private final ObjectMapper json = WireFormat.apply(JsonMapper.builder().build());
    private final EventCodec codec = new EventCodec();

    static List<Sample> everyEventWithItsGoldenFile() {
        return EventSamples.all();
    }

    @ParameterizedTest
    @MethodSource("everyEventWithItsGoldenFile")
    void wire_form_is_what_it_was(Sample sample) throws IOException {
        JsonNode golden = golden(sample.file());

        assertThat(json.readTree(codec.data(sample.event()).toString())).isEqualTo(golden);
        assertThat(json.treeToValue(golden, sample.event().getClass())).isEqualTo(sample.event());
    }

    @ParameterizedTest
    @MethodSource("everyEventWithItsGoldenFile")
    void an_event_arrives_as_it_was_sent(Sample sample) {
        EventEnvelope sent = envelopeOf(sample.event());

        EventEnvelope received = codec.decode(codec.encode(sent));

        assertThat(received).isEqualTo(sent);
        assertThat(codec.event(received)).contains(sample.event());
    }

    @ParameterizedTest
    @MethodSource("everyEventWithItsGoldenFile")
    void fields_of_a_newer_version_are_passed_over(Sample sample) throws IOException {
        ObjectNode newer = (ObjectNode) golden(sample.file());
        newer.put("FromTheFuture", 42).putArray("MoreOfIt").addObject().put("Deep", true);
        newer.path("Products").forEach(product -> ((ObjectNode) product).put("FromTheFuture", "x"));
        newer.withObject("/Next").put("FromTheFuture", "x");

        assertThat(codec.event(envelope(EventCodec.typeOf(sample.event()), newer)))
                .contains(sample.event());
    }

    @Test
    void every_type_of_event_has_a_golden_file() {
        Set<Class<?>> described = EventSamples.all().stream()
                .map(sample -> sample.event().getClass())
                .collect(Collectors.toSet());

        assertThat(described).containsExactlyInAnyOrder(BranchEvent.class.getPermittedSubclasses());
    }

    @Test
    void every_golden_file_is_of_the_type_and_version_in_its_name() {
        assertThat(EventSamples.all())
                .allSatisfy(sample -> assertThat(sample.file())
                        .matches(EventCodec.typeOf(sample.event()) + "-v" + EventCodec.VERSION + "(-[a-z-]+)?\\.json"));
    }

    @Test
    void every_golden_file_is_tested() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACT)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.startsWith("EventEnvelope")))
                    .containsExactlyInAnyOrderElementsOf(
                            EventSamples.all().stream().map(Sample::file).toList());
        }
    }

    @Test
    void envelope_of_a_fact_is_what_it_was() throws IOException {
        Instant at = Instant.parse("2026-11-23T21:15:00.250Z");
        WorkPlaceOpened opened = new WorkPlaceOpened(
                UUID.fromString("1b7e2d2f-1d66-3c6f-9a64-3a2a6b1d0001"),
                UUID.fromString("2c8f3e3a-2e77-3d7a-8b75-4b3b7c2e0001"),
                at);

        staysAsItWas(
                new EventEnvelope(
                        UUID.fromString("3f0c5b7a-5d3e-4a57-9a3c-0d5d1c1f0001"),
                        1,
                        3_000_000_001L,
                        UUID.fromString("01936b1e-7c00-7000-8000-000000000009"),
                        "WorkPlaceOpened",
                        1,
                        at,
                        LocalDate.of(2026, 11, 24),
                        0,
                        json.readTree(codec.data(opened).toString())),
                "EventEnvelope-v1.json");
    }

    @Test
    void envelope_without_a_number_is_what_it_was() throws IOException {
        Instant at = Instant.parse("2026-11-23T06:15:00.250Z");

        staysAsItWas(
                new EventEnvelope(
                        UUID.fromString("3f0c5b7a-5d3e-4a57-9a3c-0d5d1c1f0001"),
                        2,
                        null,
                        UUID.fromString("01936b1e-7c00-7000-8000-000000000009"),
                        "Heartbeat",
                        1,
                        at,
                        LocalDate.of(2026, 11, 23),
                        9,
                        json.readTree(
                                codec.data(new Heartbeat(3_000_000_000L, at)).toString())),
                "EventEnvelope-v1-without-seq.json");
    }

    @Test
    void a_branch_sends_on_the_topic_of_its_id() {
        assertThat(EventEnvelope.topicOf(UUID.fromString("3F0C5B7A-5D3E-4A57-9A3C-0D5D1C1F0001")))
                .isEqualTo("talon.branch.3f0c5b7a-5d3e-4a57-9a3c-0d5d1c1f0001.v1");
    }

    private void staysAsItWas(EventEnvelope envelope, String file) throws IOException {
        assertThat(json.readTree(codec.encode(envelope))).isEqualTo(golden(file));
        assertThat(codec.decode(Files.readAllBytes(CONTRACT.resolve(file)))).isEqualTo(envelope);
    }

    private EventEnvelope envelopeOf(BranchEvent event) {
        try {
            // As read back from bytes: a number's node is of the same kind then.
            return envelope(
                    EventCodec.typeOf(event), json.readTree(codec.data(event).toString()));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static EventEnvelope envelope(String type, JsonNode data) {
        return new EventEnvelope(
                new UUID(1, 2),
                1,
                7L,
                new UUID(3, 4),
                type,
                EventCodec.VERSION,
                Instant.parse("2026-11-23T06:15:00.250Z"),
                LocalDate.of(2026, 11, 23),
                9,
                data);
    }

    private JsonNode golden(String file) throws IOException {
        return json.readTree(Files.readString(CONTRACT.resolve(file)));
    }

    private static Path contract() {
        try {
            return Path.of(EventContractTest.class.getResource("/contract").toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
