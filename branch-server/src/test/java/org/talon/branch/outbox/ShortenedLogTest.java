package org.talon.branch.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.LogBegins;
import org.talon.shared.event.ResendRequest;
import org.talon.shared.federation.Heartbeats;
import org.talon.shared.federation.OwnTopic.Highest;
import org.talon.shared.federation.Relay;
import org.talon.shared.federation.Resends;

/** What a relay does where the beginning of its log was dropped. */
class ShortenedLogTest {

    private static final Instant NOW = Instant.parse("2026-02-20T10:00:00Z");

    private final EventCodec codec = new EventCodec();
    private final Resends resends = new Resends();
    private final List<EventEnvelope> sent = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private OwnOutbox outbox;
    private @Nullable Highest highest;

    @BeforeEach
    void a_log_that_begins_with_number_3() throws Exception {
        outbox = OwnOutbox.empty();
        outbox.months("2026-01-01", 3);
        outbox.sealed("2026-01-10T10:00:00Z", "2026-01-11T10:00:00Z");
        outbox.sealed("2026-02-10T10:00:00Z", "2026-02-11T10:00:00Z");
        outbox.acknowledged();
        outbox.counted();
        assertThat(outbox.months.dropOldest(LocalDate.of(2026, 2, 15))).isPresent();
    }

    @AfterEach
    void the_end() {
        outbox.close();
    }

    @Test
    void a_centre_that_asks_for_what_was_dropped_is_told_so_and_answered_once() throws Exception {
        // Given
        Relay relay = relay();
        relay.round();
        sent.clear();
        // When
        resends.ask(new ResendRequest(UUID.randomUUID(), 1, 2, NOW, null));
        relay.round();
        relay.round();
        // Then
        assertThat(told).containsExactly("2 of 1 is gone");
        assertThat(sent).singleElement().satisfies(said -> {
            assertThat(said.seq()).isNull();
            assertThat(codec.event(said)).contains(new LogBegins(1, 3, NOW));
        });
    }

    @Test
    void what_is_still_there_is_sent_again() throws Exception {
        Relay relay = relay();
        relay.round();
        sent.clear();

        resends.ask(new ResendRequest(UUID.randomUUID(), 1, 3, NOW, null));
        relay.round();

        assertThat(sent).extracting(EventEnvelope::seq).containsExactly(3L, 4L);
    }

    @Test
    void kafka_that_tells_of_nothing_but_what_was_dropped_is_no_sign_of_a_restored_database() throws Exception {
        highest = new Highest(1, 2, UUID.randomUUID());

        relay().round();

        assertThat(told).isEmpty();
        assertThat(outbox.log.state().epoch()).isEqualTo(1);
    }

    @Test
    void kafka_that_tells_of_another_event_than_one_that_is_still_there_is() throws Exception {
        highest = new Highest(1, 4, UUID.randomUUID());

        relay().round();

        assertThat(told).containsExactly("epoch 2 begins");
    }

    private Relay relay() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new Relay(
                outbox.log,
                sent::addAll,
                () -> Optional.ofNullable(highest),
                new Heartbeats(Duration.ofDays(1), this::envelope, clock, () -> 0L),
                state -> List.of(),
                resends,
                new Notes(),
                100);
    }

    private EventEnvelope envelope(BranchEvent said, int epoch) {
        return new EventEnvelope(
                new UUID(1, 1),
                epoch,
                null,
                UUID.randomUUID(),
                EventCodec.typeOf(said),
                EventCodec.VERSION,
                said.at(),
                LocalDate.ofInstant(said.at(), ZoneOffset.UTC),
                0,
                codec.data(said));
    }

    private final class Notes implements Relay.Told {

        @Override
        public void epochBegins(int epoch, long keptSeq, String why) {
            told.add("epoch " + epoch + " begins");
        }

        @Override
        public void sendsAgain(int epoch, long fromSeq) {}

        @Override
        public void cannotSendAgain(int epoch, long fromSeq) {
            told.add(fromSeq + " of " + epoch + " is gone");
        }
    }
}
