package org.talon.shared.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.shared.event.EventSamples.Sample;

/** What cannot be read is refused with one kind of exception, never read as something else. */
class EventCodecTest {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "null", "[]", "17", "\"text\"", "{", "{\"BranchId\":", "not JSON at all", "\u0000"})
    void bytes_that_are_no_envelope_are_refused(String text) {
        refused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BranchId",
                "Epoch",
                "EventId",
                "Type",
                "Version",
                "OccurredAt",
                "BusinessDate",
                "BusinessHour",
                "Data"
            })
    void an_envelope_without_a_required_field_is_refused(String field) {
        ObjectNode absent = envelope();
        absent.remove(field);
        ObjectNode emptied = envelope();
        emptied.putNull(field);

        refused(absent.toString());
        refused(emptied.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BranchId: \"not a GUID\"",
                "BranchId: \"1-1-1-1\"",
                "Epoch: 0",
                "Epoch: -1",
                "Epoch: \"first\"",
                "Epoch: 3000000000",
                "Seq: 0",
                "Seq: -1",
                "Seq: \"many\"",
                "OccurredAt: \"yesterday\"",
                "BusinessDate: \"23.11.2026\"",
                "BusinessHour: \"noon\"",
                "Version: {}"
            })
    void an_envelope_with_a_field_that_does_not_fit_is_refused(String wrong) throws IOException {
        int colon = wrong.indexOf(':');
        ObjectNode envelope = envelope();
        envelope.set(wrong.substring(0, colon), PLAIN.readTree(wrong.substring(colon + 1)));

        refused(envelope.toString());
    }

    @Test
    void more_behind_an_envelope_is_refused() {
        refused(envelope() + " {\"BranchId\":null}");
    }

    @Test
    void fields_of_a_newer_envelope_are_passed_over() {
        EventEnvelope known = codec.decode(bytes(envelope().toString()));

        assertThat(codec.decode(bytes(envelope().put("FromTheFuture", 1).toString())))
                .isEqualTo(known);
    }

    @Test
    void an_event_of_an_unknown_type_is_no_event_and_no_error() {
        EventEnvelope envelope =
                codec.decode(bytes(envelope().put("Type", "FromTheFuture").toString()));

        assertThat(codec.event(envelope)).isEmpty();
        assertThat(envelope.data().path("UserId").asText()).isEqualTo("2c8f3e3a-2e77-3d7a-8b75-4b3b7c2e0001");
    }

    static Stream<Arguments> dataThatDoesNotFit() {
        return Stream.of(
                arguments("TicketIssued", "null"),
                arguments("TicketIssued", "[]"),
                arguments("TicketIssued", "\"text\""),
                arguments("Heartbeat", "{\"LastSeq\":\"many\",\"At\":\"2026-11-23T06:15:00Z\"}"),
                arguments("Heartbeat", "{\"LastSeq\":1,\"At\":\"yesterday\"}"),
                arguments("WorkPlaceOpened", "{\"WorkPlaceId\":\"short\",\"At\":\"2026-11-23T06:15:00Z\"}"));
    }

    @ParameterizedTest
    @MethodSource("dataThatDoesNotFit")
    void data_that_does_not_fit_its_type_is_refused(String type, String data) throws IOException {
        ObjectNode envelope = envelope().put("Type", type);
        envelope.set("Data", PLAIN.readTree(data));

        assertThatThrownBy(() -> codec.event(codec.decode(bytes(envelope.toString()))))
                .isInstanceOf(UnreadableEvent.class);
    }

    static List<Arguments> everyComponentOfEveryEvent() {
        return EventSamples.all().stream()
                .filter(sample -> sample.file().endsWith("-v1.json"))
                .flatMap(sample -> Stream.of(sample.event().getClass().getRecordComponents())
                        .map(component -> arguments(
                                sample,
                                Character.toUpperCase(component.getName().charAt(0))
                                        + component.getName().substring(1),
                                component
                                        .getAnnotatedType()
                                        .isAnnotationPresent(org.jspecify.annotations.Nullable.class))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyComponentOfEveryEvent")
    void what_an_event_must_have_may_not_be_absent(Sample sample, String field, boolean optional) {
        ObjectNode data = (ObjectNode) codec.data(sample.event());
        assertThat(data.has(field)).isTrue();
        data.remove(field);
        EventEnvelope envelope = codec.decode(bytes(envelope()
                .put("Type", EventCodec.typeOf(sample.event()))
                .set("Data", data)
                .toString()));

        if (optional) {
            assertThat(codec.event(envelope)).isPresent();
        } else {
            assertThatThrownBy(() -> codec.event(envelope)).isInstanceOf(UnreadableEvent.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TicketProductId", "ProductId", "Priority"})
    void what_a_part_of_an_event_must_have_may_not_be_absent(String field) {
        ObjectNode data = (ObjectNode) codec.data(EventSamples.all().getFirst().event());
        ((ObjectNode) data.path("Products").path(1)).putNull(field);
        EventEnvelope envelope = codec.decode(
                bytes(envelope().put("Type", "TicketIssued").set("Data", data).toString()));

        assertThatThrownBy(() -> codec.event(envelope)).isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TicketProductId", "ProductId", "Priority"})
    void what_follows_a_redirect_must_be_complete(String field) {
        ObjectNode data = (ObjectNode) codec.data(sampleOf("VisitorRedirected-v1.json"));
        ((ObjectNode) data.path("Next")).putNull(field);
        EventEnvelope envelope = codec.decode(bytes(
                envelope().put("Type", "VisitorRedirected").set("Data", data).toString()));

        assertThatThrownBy(() -> codec.event(envelope)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void a_stored_event_that_is_no_json_is_refused() {
        assertThatThrownBy(() -> codec.data("{\"LastSeq\":")).isInstanceOf(UnreadableEvent.class);
    }

    private void refused(String text) {
        assertThatThrownBy(() -> codec.decode(bytes(text)))
                .as(text)
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageMatching("(?is).*envelope.*");
    }

    private static BranchEvent sampleOf(String file) {
        return EventSamples.all().stream()
                .filter(sample -> sample.file().equals(file))
                .findFirst()
                .orElseThrow()
                .event();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode envelope() {
        try (InputStream golden = EventCodecTest.class.getResourceAsStream("/contract/EventEnvelope-v1.json")) {
            return (ObjectNode) PLAIN.readTree(golden);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
