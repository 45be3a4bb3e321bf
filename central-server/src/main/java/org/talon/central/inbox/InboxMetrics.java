package org.talon.central.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What the inbox did, in numbers: from the start, so that a zero is a zero and no missing line. How far it is behind Kafka
 * is told by Kafka's own client metrics.
 */
@Startup
@ApplicationScoped
class InboxMetrics {

    private final Counter batches;
    private final Counter applied;
    private final Counter duplicates;
    private final Counter unknownTypes;
    private final Counter gaps;
    private final Counter quarantined;
    private final Counter differences;
    private final Counter heldBack;

    InboxMetrics(MeterRegistry registry) {
        batches = counter(registry, "batches", "batches taken in");
        applied = counter(registry, "events", "events taken in");
        duplicates = counter(registry, "duplicates", "events that had been taken in before");
        unknownTypes = counter(registry, "unknown.types", "events kept but not understood by this version");
        gaps = counter(registry, "gaps", "times that events of a branch were missing");
        quarantined = counter(registry, "quarantined", "messages that nobody can read");
        differences = counter(registry, "differences", "times that a day was not what its branch said it was");
        heldBack = counter(registry, "held.back", "messages passed by because their branch is blocked or removed");
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder("talon.inbox." + name).description(description).register(registry);
    }

    void count(ApplyBatch.Outcome outcome) {
        batches.increment();
        applied.increment(outcome.applied());
        duplicates.increment(outcome.batch().countDuplicates());
        unknownTypes.increment(outcome.unknownTypes());
        gaps.increment(outcome.batch().gaps().size());
        quarantined.increment(outcome.poisons().size());
        differences.increment(outcome.differences().size());
        heldBack.increment(outcome.heldBack());
    }
}
