package org.talon.shared.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeProducerTest {

    private static final Instant START = Instant.parse("2026-11-23T06:00:00Z");

    private final TimeProducer producer = new TimeProducer();

    @Test
    void simulated_time_begins_where_it_is_told_to() {
        assertThat(producer.clock(true, START).instant()).isEqualTo(START);
    }

    @Test
    void real_time_comes_in_whole_milliseconds() {
        Instant now = producer.clock(false, START).instant();

        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void ids_increase_while_the_clock_stands_still() {
        Ids ids = producer.ids(producer.clock(true, START), producer.chance());

        List<UUID> made = Stream.generate(ids::next).limit(10_000).toList();

        // As text, which is the order of the database too; Java compares the halves as signed numbers.
        assertThat(made.stream().map(UUID::toString)).isSorted().doesNotHaveDuplicates();
        assertThat(made).allSatisfy(id -> assertThat(id.version()).isEqualTo(7));
    }

    @Test
    void ids_increase_with_the_clock() {
        Clock clock = producer.clock(true, START);
        Ids ids = producer.ids(clock, producer.chance());

        String before = ids.next().toString();
        assertThat(((SimulatedClock) clock).moveTo(START.plusMillis(1))).isTrue();
        String after = ids.next().toString();

        assertThat(after).isGreaterThan(before);
    }

    @Test
    void an_id_carries_the_moment_at_which_it_was_made() {
        UUID id = producer.ids(producer.clock(true, START), producer.chance()).next();

        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(START.toEpochMilli());
    }
}
