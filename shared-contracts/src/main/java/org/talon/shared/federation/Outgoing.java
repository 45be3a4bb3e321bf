package org.talon.shared.federation;

import java.util.List;
import org.talon.shared.event.EventEnvelope;

/** The way to Kafka. */
public interface Outgoing {

    /** Returns once Kafka has acknowledged all of them, in this order; where it fails, some or all may have arrived. */
    void send(List<EventEnvelope> events) throws Exception;
}
