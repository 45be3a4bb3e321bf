package org.talon.branch.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.federation.HighestTold;
import org.talon.shared.federation.OwnTopic;

/**
 * Reads the end of the branch's topic: the numbers that it tells of. From the end back to a heartbeat, which is sent only when all
 * before it is: what is sent again may stand behind higher numbers.
 */
@ApplicationScoped
class TopicMemory implements OwnTopic {

    private static final long FIRST_STEP = 500;
    private static final int WIDER = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final OwnTopicCreation creation;
    private final CurrentCatalogue catalogue;
    private final Map<String, Object> kafka;

    TopicMemory(
            OwnTopicCreation creation,
            CurrentCatalogue catalogue,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.creation = creation;
        this.catalogue = catalogue;
        this.kafka = kafka;
    }

    @Override
    public Optional<Highest> highest() throws InterruptedException {
        TopicPartition topic = new TopicPartition(
                EventEnvelope.topicOf(catalogue.get().branch().id()), 0);
        creation.createWhereAbsent(topic.topic());
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(List.of(topic));
            long beginning = consumer.beginningOffsets(List.of(topic)).getOrDefault(topic, 0L);
            long end = consumer.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
            for (long step = FIRST_STEP; ; step *= WIDER) {
                long from = Math.max(beginning, end - step);
                HighestTold told = toldBetween(consumer, topic, from, end);
                if (told.isWhole() || from == beginning) {
                    return told.highest();
                }
            }
        }
    }

    private static HighestTold toldBetween(Consumer<byte[], byte[]> consumer, TopicPartition topic, long from, long end)
            throws InterruptedException {
        HighestTold told = new HighestTold();
        consumer.seek(topic, from);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(topic) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                told.take(record.value());
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("Kafka does not give out the end of " + topic.topic());
            }
        }
        return told;
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
