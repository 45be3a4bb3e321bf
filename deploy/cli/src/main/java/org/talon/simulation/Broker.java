package org.talon.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.federation.HighestTold;
import org.talon.shared.federation.OwnTopic;

/** Kafka, as far as the protocol leans on it: a log for each branch that keeps its order and may lose its beginning. */
final class Broker {

    /** The topic of one branch. */
    private static final class Topic {
        private final List<byte[]> records = new ArrayList<>();
        private long beginning;
    }

    private final EventCodec codec = new EventCodec();
    private final Map<UUID, Topic> topics = new HashMap<>();
    private final Set<UUID> everStored = new HashSet<>();

    void store(EventEnvelope event) {
        topic(event.branchId()).records.add(codec.encode(event));
        everStored.add(event.eventId());
    }

    boolean everHad(UUID eventId) {
        return everStored.contains(eventId);
    }

    long beginning(UUID branchId) {
        return topic(branchId).beginning;
    }

    long end(UUID branchId) {
        return topic(branchId).records.size();
    }

    byte[] read(UUID branchId, long offset) {
        return topic(branchId).records.get(Math.toIntExact(offset));
    }

    Optional<OwnTopic.Highest> highestTold(UUID branchId) {
        HighestTold told = new HighestTold();
        Topic topic = topic(branchId);
        topic.records
                .subList(Math.toIntExact(topic.beginning), topic.records.size())
                .forEach(told::take);
        return told.highest();
    }

    void loseBefore(UUID branchId, long offset) {
        Topic topic = topic(branchId);
        topic.beginning = Math.max(topic.beginning, offset);
    }

    private Topic topic(UUID branchId) {
        return topics.computeIfAbsent(branchId, unused -> new Topic());
    }
}
