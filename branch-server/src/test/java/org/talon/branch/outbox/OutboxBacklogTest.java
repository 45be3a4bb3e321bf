package org.talon.branch.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many events wait to reach Kafka, and how long the oldest of them does. */
class OutboxBacklogTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private OwnOutbox outbox;
    private OutboxMetrics metrics;

    @BeforeEach
    void ten_o_clock() throws Exception {
        outbox = OwnOutbox.empty();
        metrics = new OutboxMetrics(
                new OutboxBacklog(outbox.database, outbox.log),
                Clock.fixed(Instant.parse("2026-02-10T10:00:00Z"), ZoneOffset.UTC),
                registry);
    }

    @AfterEach
    void the_end() {
        outbox.close();
    }

    @Test
    void an_event_waits_from_when_it_happened_until_kafka_has_it_numbered_or_not() throws Exception {
        assertThatWaiting(0, 0);

        outbox.append(Instant.parse("2026-02-10T09:58:30Z"));
        outbox.append(Instant.parse("2026-02-10T09:59:00Z"));
        assertThatWaiting(2, 90);

        outbox.log.seal();
        outbox.append(Instant.parse("2026-02-10T09:59:50Z"));
        assertThatWaiting(3, 90);

        outbox.log.acknowledge(1, 1);
        assertThatWaiting(2, 60);

        outbox.log.acknowledge(1, 2);
        assertThatWaiting(1, 10);

        outbox.log.seal();
        outbox.log.acknowledge(1, 3);
        assertThatWaiting(0, 0);
    }

    @Test
    void a_clock_that_was_set_back_makes_no_age_below_nothing() throws Exception {
        outbox.append(Instant.parse("2026-02-10T10:00:05Z"));

        assertThatWaiting(1, 0);
    }

    private void assertThatWaiting(double events, double seconds) {
        metrics.measure();
        assertThat(registry.get("talon.outbox.pending").gauge().value()).isEqualTo(events);
        assertThat(registry.get("talon.outbox.oldest.age").gauge().value()).isEqualTo(seconds);
    }
}
