package org.talon.bench;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.talon.network.Pause;
import org.talon.report.CannotRun;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;

/**
 * Events per second that go from Kafka into the centre's tables. Counted from the first batch that the centre has committed once all
 * lie in Kafka, to the last: neither finding the new topic nor filling it is part of it.
 */
final class IntakeRate {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);
    private static final String NEXT = "select next_seq from branch_position where branch_id = ?";

    private final String kafka;
    private final Database centre;
    private final int tickets;

    IntakeRate(String kafka, Database centre, int tickets) {
        this.kafka = kafka;
        this.centre = centre;
        this.tickets = tickets;
    }

    double of(UUID branch) {
        List<EventEnvelope> events = SyntheticBranch.of(branch, tickets);
        fill(events);
        long limit = System.nanoTime() + LIMIT.toNanos();
        long first = awaitMoreThan(branch, 1, limit);
        long begun = System.nanoTime();
        awaitMoreThan(branch, events.size(), limit);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (first > events.size()) {
            throw new CannotRun("the centre takes all in at once; this needs more events to measure");
        }
        return (events.size() + 1 - first) / seconds;
    }

    private long awaitMoreThan(UUID branch, long seq, long limit) {
        while (true) {
            long next = centre.number(NEXT, branch);
            if (next > seq) {
                return next;
            }
            if (System.nanoTime() > limit) {
                throw new CannotRun("the centre does not take events in: it is at " + next);
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    private void fill(List<EventEnvelope> events) {
        EventCodec codec = new EventCodec();
        String topic = EventEnvelope.topicOf(events.getFirst().branchId());
        Properties settings = new Properties();
        settings.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        settings.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        create(topic, settings);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (EventEnvelope event : events) {
                var unused = producer.send(new ProducerRecord<>(topic, codec.encode(event)));
            }
            producer.flush();
        }
    }

    private static void create(String topic, Properties settings) {
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new CannotRun("topic " + topic + " cannot be created: " + e.getCause(), e);
        }
    }
}
