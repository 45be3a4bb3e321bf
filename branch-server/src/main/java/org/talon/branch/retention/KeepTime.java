package org.talon.branch.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.talon.branch.catalogue.BranchCalendar;

/**
 * Sees to it that nothing personal is kept longer than it may be: in small transactions, so that one that is interrupted goes on where
 * it was, and done again it changes nothing.
 */
@ApplicationScoped
class KeepTime {

    private static final Logger LOG = Logger.getLogger(KeepTime.class);

    private final List<PersonalData> kept;
    private final ForgetSome forget;
    private final RetentionConfig config;
    private final BranchCalendar calendar;
    private final MeterRegistry metrics;

    KeepTime(
            @All List<PersonalData> kept,
            ForgetSome forget,
            RetentionConfig config,
            BranchCalendar calendar,
            MeterRegistry metrics) {
        this.kept = kept;
        this.forget = forget;
        this.config = config;
        this.calendar = calendar;
        this.metrics = metrics;
    }

    @Scheduled(
            every = "${talon.retention.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        forgetAllOf(calendar.today().minusDays(config.personalData().toDays()));
    }

    void forgetAllOf(LocalDate before) {
        for (PersonalData data : kept) {
            try {
                forgetAllOf(before, data);
            } catch (RuntimeException failed) {
                metrics.counter("talon.retention.failures").increment();
                LOG.errorf(failed, "personal data in %s could not be forgotten now; it is tried again", data.what());
            }
        }
    }

    private void forgetAllOf(LocalDate before, PersonalData data) {
        int forgotten = 0;
        for (int some = -1; some != 0; ) {
            some = forget.of(data, before);
            forgotten += some;
            metrics.counter("talon.retention.forgotten", "what", data.what()).increment(some);
        }
        if (forgotten > 0) {
            LOG.infof("personal data of before %s is gone from %d %s", before, forgotten, data.what());
        }
    }
}
