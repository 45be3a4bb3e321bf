package org.talon.shared.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResendRequestTest {

    private final EventCodec codec = new EventCodec();

    @Test
    void its_wire_form_is_what_it_was() {
        ResendRequest request = new ResendRequest(
                UUID.fromString("3f0c5b7a-5d3e-4a57-9a3c-0d5d1c1f0001"),
                2,
                17,
                Instant.parse("2026-11-23T06:15:00.250Z"),
                null);

        assertThat(new String(codec.encode(request), StandardCharsets.UTF_8))
                .isEqualTo("{\"BranchId\":\"3f0c5b7a-5d3e-4a57-9a3c-0d5d1c1f0001\",\"Epoch\":2,\"FromSeq\":17,"
                        + "\"At\":\"2026-11-23T06:15:00.250Z\",\"Conflicting\":null}");
        assertThat(codec.request(codec.encode(request))).isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"BranchId\":\"3f0c5b7a-5d3e-4a57-9a3c-0d5d1c1f0001\",\"Epoch\":0,\"FromSeq\":1,\"At\":\"2026-11-23T06:15:00Z\"}",
                "{\"BranchId\":\"3f0c5b7a-5d3e-4a57-9a3c-0d5d1c1f0001\",\"Epoch\":1,\"FromSeq\":1}"
            })
    void what_is_no_request_is_refused(String bytes) {
        assertThatThrownBy(() -> codec.request(bytes.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
    }
}
