package org.talon.branch.outbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.talon.branch.catalogue.BranchCalendar;

/** Looks from time to time that the outbox is ready for the months to come, and keeps none longer than it must. */
@ApplicationScoped
class OutboxRetention {

    private static final Logger LOG = Logger.getLogger(OutboxRetention.class);
    private static final int MONTHS_AHEAD = 3;

    private final OutboxMonths months;
    private final OutboxMetrics metrics;
    private final OutboxConfig config;
    private final BranchCalendar calendar;

    OutboxRetention(OutboxMonths months, OutboxMetrics metrics, OutboxConfig config, BranchCalendar calendar) {
        this.months = months;
        this.metrics = metrics;
        this.config = config;
        this.calendar = calendar;
    }

    @Scheduled(
            every = "${talon.outbox.months-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        try {
            makeMonths();
            dropMonths();
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("the outbox' months could not be looked after now; it is tried again: %s", failed);
        }
    }

    private void makeMonths() throws SQLException {
        for (int month = 0; month <= MONTHS_AHEAD; month++) {
            make(calendar.today().plusMonths(month));
        }
        Instant today = calendar.startOf(calendar.today());
        Optional<Instant> unforeseen = months.unforeseen(today);
        while (unforeseen.isPresent() && make(LocalDate.ofInstant(unforeseen.get(), ZoneOffset.UTC))) {
            unforeseen = months.unforeseen(today);
        }
    }

    private boolean make(LocalDate day) throws SQLException {
        boolean made = months.make(day);
        if (made) {
            LOG.infof("the outbox has a partition for %tY-%<tm", day);
        }
        return made;
    }

    private void dropMonths() throws SQLException {
        LocalDate before = calendar.today().minusDays(config.retention().toDays());
        Optional<String> dropped = months.dropOldest(before);
        while (dropped.isPresent()) {
            metrics.droppedMonth();
            LOG.infof("%s is dropped: all of it was acknowledged, and its time is over", dropped.get());
            dropped = months.dropOldest(before);
        }
    }
}
