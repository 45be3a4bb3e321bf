package org.talon.branch.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.ResendRequest;

/** What the centre lacks, the branch sends again. */
@BranchTest
class ResendTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    BranchFixture branch;

    @Inject
    CurrentCatalogue catalogue;

    @Inject
    OutboxLog log;

    private final EventCodec codec = new EventCodec();

    @Test
    void events_that_are_asked_for_are_sent_again_in_order_and_new_ones_follow() throws Exception {
        // Given
        branch.empty();
        for (int i = 0; i < 20; i++) {
            branch.admin().issue("117");
        }
        await().atMost(PATIENCE)
                .until(() -> log.state().acknowledgedSeq() == log.state().sealedSeq());
        long last = log.state().acknowledgedSeq();
        try (BranchTopic topic = BranchTopic.fromItsEnd()) {
            // When: nonsense, another branch's, and ours, as often as the centre asks until it hears us
            List<Long> heard = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                ask("{nonsense".getBytes(StandardCharsets.UTF_8));
                ask(request(UUID.randomUUID(), 1));
                ask(request(catalogue.get().branch().id(), last - 9));
                topic.next().stream()
                        .map(EventEnvelope::seq)
                        .filter(Objects::nonNull)
                        .forEach(heard::add);
                return heard.contains(last);
            });
            // Then
            assertThat(heard.subList(0, 10))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(last - 9, last).boxed().toList());
        }
    }

    private byte[] request(UUID of, long from) {
        return codec.encode(new ResendRequest(of, 1, from, Instant.now(), null));
    }

    private void ask(byte[] request) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", BranchTopic.kafka()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>(ResendRequest.TOPIC, request));
        }
    }
}
