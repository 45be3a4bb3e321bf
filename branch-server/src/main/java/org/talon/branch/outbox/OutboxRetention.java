package org.talon.branch.outbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.retention.RetentionTime;

/** Looks from time to time that the outbox is ready for the months to come, and keeps none longer than it must. */
@ApplicationScoped
class OutboxRetention {

    private static final Logger LOG = Logger.getLogger(OutboxRetention.class);
    private static final int MONTHS_AHEAD = 3;

    private final OutboxMonths months;
    private final OutboxMetrics metrics;
    private final OutboxConfig config;
    private final BranchCalendar calendar;
    private final RetentionTime time;
    private final Set<String> told = new HashSet<>();

    OutboxRetention(
            OutboxMonths months,
            OutboxMetrics metrics,
            OutboxConfig config,
            BranchCalendar calendar,
            RetentionTime time) {
        this.months = months;
        this.metrics = metrics;
        this.config = config;
        this.calendar = calendar;
        this.time = time;
    }

    @Scheduled(
            every = "${talon.outbox.months-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        attempt(this::makeMonths);
        attempt(this::dropMonths);
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** Whatever becomes of the rest. */
    private static void attempt(Work work) {
        try {
            work.run();
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
        RetentionTime.Today today = time.todayFor("outbox");
        LocalDate before = today.atLeast().minusDays(config.retention().toDays());
        // After a clock fell back for some runs nothing of today shall look as if it were dated ahead.
        Instant ahead = calendar.startOf(today.atMost().plusMonths(1));
        OutboxMonths.Outcome outcome = months.dropOldest(before, ahead);
        while (outcome.dropped().isPresent()) {
            metrics.droppedMonth();
            LOG.infof(
                    "%s is dropped: all of it was acknowledged, and its time is over",
                    outcome.dropped().get());
            outcome = months.dropOldest(before, ahead);
        }
        tellOnceOf(outcome.stayed());
    }

    private void tellOnceOf(List<String> stayed) {
        for (String month : stayed) {
            if (told.add(month)) {
                LOG.warnf(
                        "the time of %s is over, but it must stay for now: not all of it has reached Kafka and is counted,"
                                + " or younger events would be lost with it",
                        month);
            }
        }
        told.retainAll(stayed);
    }
}
