package org.talon.branch.outbox;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.federation.Outgoing;

/** Hands events to Kafka in order and waits until every replica in sync has them. */
@ApplicationScoped
class EventSender implements Outgoing {

    private final Emitter<byte[]> kafka;
    private final EventCodec codec;

    EventSender(
            @Channel("events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<byte[]> kafka,
            EventCodec codec) {
        this.kafka = kafka;
        this.codec = codec;
    }

    @Override
    public void send(List<EventEnvelope> events) throws InterruptedException, ExecutionException {
        CompletableFuture.allOf(events.stream().map(this::send).toArray(CompletableFuture<?>[]::new))
                .get();
    }

    private CompletableFuture<Void> send(EventEnvelope event) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        OutgoingKafkaRecordMetadata<String> to = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(EventEnvelope.topicOf(event.branchId()))
                .build();
        kafka.send(Message.of(
                codec.encode(event),
                Metadata.of(to),
                () -> {
                    acknowledged.complete(null);
                    return CompletableFuture.completedFuture(null);
                },
                failure -> {
                    acknowledged.completeExceptionally(failure);
                    return CompletableFuture.completedFuture(null);
                }));
        return acknowledged;
    }
}
