package org.talon.shared.federation;

import java.util.List;
import org.talon.shared.event.EventEnvelope;

/** What the branch makes of its days, to be held against what the centre makes of them. */
public interface Digests {

    /** @param sent all of it is acknowledged */
    List<EventEnvelope> dueAt(EventLog.State sent) throws Exception;

    /** Kafka has what {@link #dueAt} answered last; what it has not is due once more. */
    default void sent() {}
}
