package org.talon.branch.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talon.branch.outbox.OwnOutbox.MANY;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.federation.EventLog;
import org.talon.shared.federation.Message.Place;

/** Old months leave the outbox, and what stays has the numbers that it had. */
class OutboxMonthsTest {

    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 15);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 15);

    private OwnOutbox outbox;

    @BeforeEach
    void months_that_are_ready() throws Exception {
        outbox = OwnOutbox.empty();
        outbox.months("2026-01-01", 6);
    }

    @AfterEach
    void the_end() {
        outbox.close();
    }

    @Test
    void what_came_before_its_month_was_made_moves_there_with_its_number() throws Exception {
        outbox.sealed("2027-01-05T10:00:00Z", "2027-01-06T10:00:00Z");
        List<EventEnvelope> before = outbox.log.read(1, 1, MANY);

        assertThat(outbox.months.make(LocalDate.of(2027, 1, 31))).isTrue();

        assertThat(outbox.months.make(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(outbox.log.read(1, 1, MANY)).hasSize(2).isEqualTo(before);
        assertThat(outbox.months.dropOldest(FEBRUARY)).contains("outbox_2026_01");
    }

    @Test
    void an_old_month_is_dropped_and_what_follows_it_keeps_its_numbers() throws Exception {
        // Given
        outbox.sealed("2026-01-10T10:00:00Z", "2026-01-11T10:00:00Z");
        outbox.sealed("2026-02-10T10:00:00Z", "2026-02-11T10:00:00Z");
        outbox.acknowledged();
        outbox.counted();
        List<EventEnvelope> february = outbox.log.read(1, 3, MANY);
        // When
        assertThat(outbox.months.dropOldest(FEBRUARY)).contains("outbox_2026_01");
        // Then
        assertThat(outbox.months.dropOldest(FEBRUARY)).isEmpty();
        assertThat(outbox.log.first()).isEqualTo(new Place(1, 3));
        assertThat(outbox.log.read(1, 1, MANY)).isEqualTo(february);
        // When
        outbox.sealed("2026-02-12T10:00:00Z");
        // Then
        assertThat(outbox.log.read(1, 3, MANY)).extracting(EventEnvelope::seq).containsExactly(3L, 4L, 5L);
    }

    @Test
    void of_a_window_that_reaches_into_the_next_month_nothing_is_read_any_more() throws Exception {
        // Given: in the middle of it, an event of the month that is dropped
        outbox.sealed("2026-02-01T00:00:01Z", "2026-01-31T23:59:59Z", "2026-02-01T00:00:02Z");
        outbox.sealed("2026-02-01T00:00:03Z", "2026-02-01T00:00:04Z");
        outbox.acknowledged();
        outbox.counted();
        List<EventEnvelope> second = outbox.log.read(1, 4, MANY);
        // When
        assertThat(outbox.months.dropOldest(FEBRUARY)).contains("outbox_2026_01");
        // Then
        assertThat(outbox.log.first()).isEqualTo(new Place(1, 4));
        assertThat(outbox.log.read(1, 1, MANY)).isEqualTo(second);
        // When: what was left of it goes later
        outbox.sealed("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z");
        outbox.acknowledged();
        outbox.counted();
        // Then
        assertThat(outbox.months.dropOldest(MARCH)).contains("outbox_2026_02");
        assertThat(outbox.log.first()).isEqualTo(new Place(1, 6));
    }

    @Test
    void what_is_not_numbered_not_acknowledged_or_not_counted_is_never_dropped() throws Exception {
        outbox.append(Instant.parse("2026-01-10T10:00:00Z"));
        assertThat(outbox.months.dropOldest(FEBRUARY)).isEmpty();

        outbox.sealed("2026-02-10T10:00:00Z");
        outbox.sealed("2026-02-11T10:00:00Z");
        assertThat(outbox.months.dropOldest(FEBRUARY)).isEmpty();

        outbox.acknowledged();
        assertThat(outbox.months.dropOldest(FEBRUARY)).isEmpty();

        outbox.counted();
        assertThat(outbox.months.dropOldest(FEBRUARY)).contains("outbox_2026_01");
    }

    @Test
    void the_event_that_was_acknowledged_last_stays_however_old_it_is() throws Exception {
        // Given: nothing has reached Kafka since January
        outbox.sealed("2026-01-10T10:00:00Z");
        outbox.acknowledged();
        outbox.sealed("2026-02-10T10:00:00Z");
        outbox.counted();
        // Then
        assertThat(outbox.months.dropOldest(LocalDate.of(2026, 6, 1))).isEmpty();
        assertThat(outbox.log.read(1, 1, MANY)).hasSize(2);
    }

    @Test
    void months_of_which_the_hall_was_closed_go_too() throws Exception {
        assertThat(outbox.months.dropOldest(MARCH)).contains("outbox_2026_01");
        assertThat(outbox.months.dropOldest(MARCH)).contains("outbox_2026_02");
        assertThat(outbox.months.dropOldest(MARCH)).isEmpty();
        assertThat(outbox.log.first()).isEqualTo(new Place(1, 1));
    }

    @Test
    void an_epoch_that_ends_before_what_was_dropped_keeps_that_all_the_same() throws Exception {
        // Given
        outbox.sealed("2026-01-10T10:00:00Z", "2026-01-11T10:00:00Z");
        outbox.sealed("2026-02-10T10:00:00Z");
        outbox.sealed("2026-02-11T10:00:00Z");
        outbox.acknowledged();
        outbox.counted();
        List<UUID> february = outbox.ids(1, 3);
        assertThat(outbox.months.dropOldest(FEBRUARY)).isPresent();
        // When
        outbox.log.beginEpoch(2, 1);
        outbox.log.seal();
        // Then
        assertThat(outbox.log.ended()).containsExactly(new Place(1, 2));
        assertThat(outbox.ids(2, 2)).isEqualTo(february);
        assertThat(outbox.log.first()).isEqualTo(new Place(1, 3));
    }

    @Test
    void who_writes_an_event_meanwhile_is_not_waited_for_long() throws Exception {
        outbox.sealed("2026-02-10T10:00:00Z");
        outbox.acknowledged();
        try (Connection command = outbox.database.getConnection();
                Statement statement = command.createStatement()) {
            command.setAutoCommit(false);
            statement.execute("insert into outbox (event_id, type, version, occurred_at, business_date, business_hour,"
                    + " data) values (gen_random_uuid(), 'ForTest', 1, '2026-02-11', '2026-02-11', 0, '{}')");

            org.assertj.core.api.Assertions.assertThatThrownBy(() -> outbox.months.dropOldest(FEBRUARY))
                    .hasMessageContaining("lock timeout");

            command.commit();
        }
        assertThat(outbox.months.dropOldest(FEBRUARY)).contains("outbox_2026_01");
    }

    static Stream<Long> seeds() {
        long first = Long.getLong("talon.seed", System.nanoTime());
        return IntStream.range(0, Integer.getInteger("talon.seeds", 5)).mapToObj(i -> first + i);
    }

    /** Whatever is dropped when, an event that can still be read has the number that it had. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_event_ever_changes_its_number(long seed) throws Exception {
        Random random = new Random(seed);
        Map<Place, UUID> numbers = new HashMap<>();
        Instant now = Instant.parse("2026-01-10T00:00:00Z");
        for (int step = 0; step < 150; step++) {
            now = now.plus(Duration.ofHours(random.nextInt(40)));
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> outbox.append(now.minus(Duration.ofHours(random.nextInt(60))));
                case 4, 5 -> outbox.log.seal();
                case 6 -> outbox.acknowledged();
                case 7 -> outbox.counted();
                case 8 -> outbox.months.dropOldest(LocalDate.ofInstant(now, ZoneOffset.UTC));
                default -> maybeBeginsAnew(random, numbers);
            }
            note(numbers);
        }
        // When: all that happened is over
        for (int window = 0; window < 2; window++) {
            outbox.append(Instant.parse("2026-06-30T00:00:00Z"));
            outbox.log.seal();
        }
        outbox.acknowledged();
        outbox.counted();
        note(numbers);
        while (outbox.months.dropOldest(LocalDate.of(2026, 6, 1)).isPresent()) {
            note(numbers);
        }
        // Then
        assertThat(outbox.log.first().seq()).isGreaterThan(1);
    }

    /** Behind what Kafka had acknowledged. */
    private void maybeBeginsAnew(Random random, Map<Place, UUID> numbers) throws Exception {
        EventLog.State state = outbox.log.state();
        if (random.nextInt(4) == 0) {
            outbox.log.beginEpoch(state.epoch() + 1, state.acknowledgedSeq());
            List<Place> ended = outbox.log.ended();
            numbers.keySet()
                    .removeIf(place ->
                            ended.stream().noneMatch(end -> end.epoch() == place.epoch() && place.seq() <= end.seq()));
        }
    }

    private void note(Map<Place, UUID> numbers) throws Exception {
        EventLog.State state = outbox.log.state();
        Place first = outbox.log.first();
        for (int epoch = first.epoch(); epoch <= state.epoch(); epoch++) {
            long from = epoch == first.epoch() ? first.seq() : 1;
            long expected = from;
            for (EventEnvelope event : outbox.log.read(epoch, from, MANY)) {
                assertThat(event.seq()).isEqualTo(expected++);
                Place place = new Place(epoch, event.seq());
                assertThat(numbers.putIfAbsent(place, event.eventId())).isIn(null, event.eventId());
            }
            if (epoch == state.epoch()) {
                assertThat(expected - 1).isEqualTo(state.sealedSeq());
            }
        }
    }
}
