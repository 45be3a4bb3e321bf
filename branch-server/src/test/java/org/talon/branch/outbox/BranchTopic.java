package org.talon.branch.outbox;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;

/** What the branch has sent, as somebody reads it from Kafka. */
final class BranchTopic implements AutoCloseable {

    private final EventCodec codec = new EventCodec();
    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", kafka()),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    private final List<TopicPartition> topic = List.of(new TopicPartition(
            EventEnvelope.topicOf(CDI.current()
                    .select(CurrentCatalogue.class)
                    .get()
                    .get()
                    .branch()
                    .id()),
            0));

    private BranchTopic() {
        consumer.assign(topic);
    }

    static BranchTopic fromItsBeginning() {
        BranchTopic opened = new BranchTopic();
        opened.consumer.seekToBeginning(opened.topic);
        return opened;
    }

    /** What is sent from now on. */
    static BranchTopic fromItsEnd() {
        BranchTopic opened = new BranchTopic();
        opened.consumer.seekToEnd(opened.topic);
        opened.consumer.position(opened.topic.getFirst());
        return opened;
    }

    static String kafka() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    /** What has come since the last look; waits a little for something. */
    List<EventEnvelope> next() {
        List<EventEnvelope> events = new ArrayList<>();
        consumer.poll(Duration.ofMillis(100)).forEach(record -> events.add(codec.decode(record.value())));
        return events;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
