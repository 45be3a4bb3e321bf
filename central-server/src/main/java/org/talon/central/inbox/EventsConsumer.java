package org.talon.central.inbox;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.talon.shared.federation.Message;
import org.talon.shared.federation.MessageReader;
import org.talon.shared.federation.Received;

/** Hands every poll of Kafka to the intake, one after the other; Kafka is told of it only when it is stored. */
@ApplicationScoped
class EventsConsumer {

    private final MessageReader reader = new MessageReader();
    private final Intake intake;

    EventsConsumer(Intake intake) {
        this.intake = intake;
    }

    @Incoming("events")
    @Blocking
    void take(ConsumerRecords<String, byte[]> records) {
        List<Message> messages = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            messages.add(
                    reader.read(new Received(record.topic(), record.partition(), record.offset(), record.value())));
        }
        intake.take(messages);
    }
}
