package org.talon.central.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** How many clocks are wrong and the worst of them, from the tables: the same at every process. */
@Startup
@ApplicationScoped
class ClockMetrics {

    ClockMetrics(MeterRegistry registry, ClockSkews skews) {
        Gauge.builder("talon.clocks.skewed", skews, all -> all.all().size())
                .description("branches whose clock is wrong by more than the limit")
                .register(registry);
        Gauge.builder("talon.clocks.worst.skew", skews, ClockMetrics::worst)
                .description("the most by which a branch's clock is wrong, where that is more than the limit")
                .baseUnit("seconds")
                .register(registry);
    }

    private static double worst(ClockSkews skews) {
        return skews.all().values().stream().mapToLong(Math::abs).max().orElse(0);
    }
}
