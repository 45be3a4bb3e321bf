package org.talon.shared.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talon.shared.event.EventSamples.Sample;
import org.talon.shared.event.SurveyFinished.SurveyReply;

class PersonalDataTest {

    private final EventCodec codec = new EventCodec();

    static List<Sample> everyEvent() {
        return EventSamples.all();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void an_event_without_its_personal_data_is_still_that_event(Sample sample) {
        String type = EventCodec.typeOf(sample.event());
        JsonNode data = codec.data(sample.event());

        JsonNode left = PersonalData.without(type, data);

        assertThat(codec.event(envelope(type, left))).isPresent();
        assertThat(PersonalData.without(type, left)).isEqualTo(left);
        if (!PersonalData.mayBeIn(type)) {
            assertThat(left).isEqualTo(data);
        }
    }

    @Test
    void what_a_visitor_typed_is_personal_and_what_he_chose_is_not() {
        // Given
        UUID answer = new UUID(1, 1);
        SurveyReply typed = new SurveyReply(new UUID(1, 2), "And?", "Text", List.of(), List.of(), "I am Anna", null);
        SurveyReply chosen =
                new SurveyReply(new UUID(1, 3), "How?", "Single", List.of(answer), List.of("Well"), null, null);
        // When
        JsonNode left = PersonalData.without("SurveyFinished", codec.data(survey(List.of(typed, chosen))));
        // Then
        SurveyReply passedOver = new SurveyReply(new UUID(1, 2), "And?", "Text", List.of(), List.of(), null, null);
        assertThat(PersonalData.mayBeIn("SurveyFinished")).isTrue();
        assertThat(codec.event(envelope("SurveyFinished", left))).contains(survey(List.of(passedOver, chosen)));
    }

    @Test
    void of_a_type_that_nobody_knows_all_may_be_personal() {
        JsonNode data = JsonNodeFactory.instance.objectNode().put("Visitor", "Anna");

        assertThat(PersonalData.mayBeIn("FromTheFuture")).isTrue();
        assertThat(PersonalData.without("FromTheFuture", data)).isEmpty();
        assertThat(data.path("Visitor").asText()).isEqualTo("Anna");
    }

    private static SurveyFinished survey(List<SurveyReply> answers) {
        Instant at = Instant.parse("2026-11-23T06:15:00Z");
        return new SurveyFinished(
                new UUID(2, 1), new UUID(2, 2), "Survey", "s-1", null, null, null, null, "Completed", answers, at, at);
    }

    private static EventEnvelope envelope(String type, JsonNode data) {
        Instant at = Instant.parse("2026-11-23T06:15:00Z");
        return new EventEnvelope(
                new UUID(3, 1), 1, 7L, new UUID(3, 2), type, 1, at, LocalDate.of(2026, 11, 23), 9, data);
    }
}
