package org.talon.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalKafkaTest {
    private static final String TOPIC = "talon.branch.1.v1";

    @TempDir
    Path directory;

    @Test
    void a_record_that_was_sent_is_received_also_after_a_restart() throws Exception {
        // Given
        try (LocalKafka first = LocalKafka.start(directory, 0)) {
            send(first, "VisitorInvited");
            assertThat(firstValue(first)).isEqualTo("VisitorInvited");
        }
        // When
        try (LocalKafka second = LocalKafka.start(directory, 0)) {
            // Then
            assertThat(firstValue(second)).isEqualTo("VisitorInvited");
        }
    }

    @Test
    void a_port_in_use_is_said_in_one_line() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalKafka.start(directory, other.getLocalPort()))
                    .isInstanceOf(LocalStartException.class)
                    .hasMessage("Port " + other.getLocalPort() + ", wanted for Kafka, is in use");
        }
    }

    private static void send(LocalKafka kafka, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get(30, SECONDS);
        }
    }

    /** As a member of a group, so that the broker's own topic for groups has to work too. */
    private static String firstValue(LocalKafka kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "group.id",
                "centre",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest");
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(Set.of(TOPIC));
            ConsumerRecord<String, String> record =
                    consumer.poll(Duration.ofSeconds(30)).iterator().next();
            return record.value();
        }
    }
}
