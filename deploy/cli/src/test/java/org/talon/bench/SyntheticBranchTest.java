package org.talon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;

class SyntheticBranchTest {

    @Test
    void its_events_are_numbered_without_holes_and_can_be_read() {
        // When
        List<EventEnvelope> events = SyntheticBranch.of(new UUID(0, 1), 25);
        // Then
        EventCodec codec = new EventCodec();
        assertThat(events)
                .extracting(EventEnvelope::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 101).boxed().toList());
        assertThat(events)
                .allSatisfy(event -> assertThat(codec.event(codec.decode(codec.encode(event))))
                        .isPresent());
    }
}
