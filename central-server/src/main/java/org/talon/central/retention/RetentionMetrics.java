package org.talon.central.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** What left because its time was over, in numbers from the start. */
@Startup
@ApplicationScoped
class RetentionMetrics {

    private final Counter events;
    private final Counter quarantined;
    private final Counter failures;

    RetentionMetrics(MeterRegistry registry) {
        events = counter(registry, "events", "events that personal data was taken out of");
        quarantined = counter(registry, "quarantined", "messages in quarantine that were emptied");
        failures = counter(registry, "failures", "times that it could not be done");
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder("talon.retention." + name)
                .description(description)
                .register(registry);
    }

    void forgot(int ofEvents) {
        events.increment(ofEvents);
    }

    void emptied(int messages) {
        quarantined.increment(messages);
    }

    void failed() {
        failures.increment();
    }
}
