package org.talon.shared.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two ends that never see each other's bytes come to one number. */
class EventHashTest {

    private static final UUID ID = UUID.fromString("01936b1e-7c00-7000-8000-000000000009");

    @Test
    void it_is_what_its_description_says() {
        // sha256 of
        // "2\n7\n01936b1e-7c00-7000-8000-000000000009\nBreakBegan\n1\n2026-11-23T06:15:00.250Z\n2026-11-23\n9\n{\"A\":1,\"B\":\"x\"}"
        assertThat(EventHash.text(EventHash.of(event(7, "{\"B\": \"x\", \"A\": 1}"))))
                .isEqualTo("f8a1c52999d01d9e");
    }

    @Test
    void the_order_of_keys_does_not_matter_but_every_value_does() {
        long hash = EventHash.of(event(7, "{\"A\":1,\"B\":\"x\"}"));

        assertThat(EventHash.of(event(7, "{\"B\":\"x\",\"A\":1}"))).isEqualTo(hash);
        assertThat(EventHash.of(event(7, "{\"A\":1,\"B\":\"y\"}"))).isNotEqualTo(hash);
        assertThat(EventHash.of(event(8, "{\"A\":1,\"B\":\"x\"}"))).isNotEqualTo(hash);
    }

    @Test
    void what_has_travelled_has_the_same_hash() {
        EventCodec codec = new EventCodec();
        EventSamples.all().forEach(sample -> {
            EventEnvelope sent = new EventEnvelope(
                    ID,
                    2,
                    7L,
                    ID,
                    EventCodec.typeOf(sample.event()),
                    1,
                    sample.event().at(),
                    LocalDate.EPOCH,
                    9,
                    codec.data(codec.data(sample.event()).toString()));

            assertThat(EventHash.of(codec.decode(codec.encode(sent)))).isEqualTo(EventHash.of(sent));
        });
    }

    private static EventEnvelope event(long seq, String data) {
        try {
            return new EventEnvelope(
                    ID,
                    2,
                    seq,
                    ID,
                    "BreakBegan",
                    1,
                    Instant.parse("2026-11-23T06:15:00.250Z"),
                    LocalDate.of(2026, 11, 23),
                    9,
                    new JsonMapper().readTree(data));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
