package org.talon.central.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sees to it that nothing is kept longer than it may be: in small transactions, so that one that is interrupted goes on where it
 * was, and done again it changes nothing.
 */
@ApplicationScoped
class KeepTime {

    private static final Logger LOG = Logger.getLogger(KeepTime.class);

    private final LogMonths months;
    private final PersonalEvents events;
    private final OldQuarantine quarantine;
    private final RetentionConfig config;
    private final RetentionMetrics metrics;
    private final Clock clock;

    KeepTime(
            LogMonths months,
            PersonalEvents events,
            OldQuarantine quarantine,
            RetentionConfig config,
            RetentionMetrics metrics,
            Clock clock) {
        this.months = months;
        this.events = events;
        this.quarantine = quarantine;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(
            every = "${talon.retention.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        try {
            makeMonths();
            forget();
        } catch (SQLException | RuntimeException failed) {
            metrics.failed();
            LOG.errorf(failed, "what is kept could not be looked after now; it is tried again");
        }
    }

    private void makeMonths() throws SQLException {
        for (int month = 0; month <= config.monthsAhead(); month++) {
            make(today().plusMonths(month));
        }
        Optional<LocalDate> unforeseen = months.unforeseen(today());
        while (unforeseen.isPresent() && make(unforeseen.get())) {
            unforeseen = months.unforeseen(today());
        }
    }

    private boolean make(LocalDate day) throws SQLException {
        boolean made = months.make(day);
        if (made) {
            LOG.infof("the log has a partition for %tY-%<tm", day);
        }
        return made;
    }

    private void forget() throws SQLException {
        LocalDate before = today().minusDays(config.personalData().toDays());
        int forgotten = 0;
        for (int some = -1; some != 0; forgotten += some) {
            some = events.forgetSome(before, config.batch());
            metrics.forgot(some);
        }
        int emptied = 0;
        for (int some = -1; some != 0; emptied += some) {
            some = quarantine.emptySome(before, config.batch());
            metrics.emptied(some);
        }
        if (forgotten + emptied > 0) {
            LOG.infof(
                    "personal data of before %s is gone from %d events and %d messages in quarantine",
                    before, forgotten, emptied);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
