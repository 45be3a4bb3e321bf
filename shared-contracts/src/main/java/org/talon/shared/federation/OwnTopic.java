package org.talon.shared.federation;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a branch has told so far, as Kafka has it: the memory that a restored database lacks. */
public interface OwnTopic {

    /**
     * The highest number that was told of.
     *
     * @param eventId of the event with that number; null where only a heartbeat tells of it
     */
    record Highest(int epoch, long seq, @Nullable UUID eventId) {}

    /** Empty where Kafka has nothing of the branch. */
    Optional<Highest> highest() throws Exception;
}
