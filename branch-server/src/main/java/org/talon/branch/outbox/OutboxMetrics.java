package org.talon.branch.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** How many events wait to reach Kafka, and for how long the oldest of them does; and what was dropped of the log. */
@Startup
@ApplicationScoped
class OutboxMetrics {

    private static final Logger LOG = Logger.getLogger(OutboxMetrics.class);

    private final OutboxBacklog backlog;
    private final Clock clock;
    private final Counter dropped;
    private volatile OutboxBacklog.Waiting waiting = OutboxBacklog.Waiting.NOTHING;
    private boolean failing;

    OutboxMetrics(OutboxBacklog backlog, Clock clock, MeterRegistry registry) {
        this.backlog = backlog;
        this.clock = clock;
        Gauge.builder("talon.outbox.pending", this, metrics -> metrics.waiting.events())
                .description("Events that Kafka has not acknowledged yet")
                .register(registry);
        Gauge.builder("talon.outbox.oldest.age", this, OutboxMetrics::oldestAge)
                .baseUnit("seconds")
                .description("How long ago the oldest of them happened, by the branch's clock; 0 where there are none")
                .register(registry);
        dropped = Counter.builder("talon.outbox.dropped.months")
                .description("Months of the outbox that were dropped because their time was over")
                .register(registry);
    }

    @Scheduled(
            every = "${talon.outbox.measure-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void measure() {
        try {
            waiting = backlog.measure();
            failing = false;
        } catch (SQLException | RuntimeException failed) {
            if (!failing) {
                LOG.warnf("it cannot be measured now how many events wait: %s", failed);
            }
            failing = true;
        }
    }

    void droppedMonth() {
        dropped.increment();
    }

    private double oldestAge() {
        Instant oldest = waiting.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
    }
}
