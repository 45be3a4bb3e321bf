package org.talon.central.inbox;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.talon.shared.federation.Inbox.MovedMeanwhile;
import org.talon.shared.federation.Message;
import org.talon.shared.federation.Message.Poison;

/**
 * Gives up on no batch: while the database is away it tries again, ever less often, until it is back or the server
 * stops. A message that the database itself refuses is found by halving the batch, and goes into quarantine.
 */
@ApplicationScoped
class Intake {

    /** The server stops; the batch is left to its next start. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super("the server stops", null, false, false);
        }
    }

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ApplyBatch applyBatch;
    private final InboxMetrics metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Intake(ApplyBatch applyBatch, InboxMetrics metrics) {
        this.applyBatch = applyBatch;
        this.metrics = metrics;
    }

    /** Early, while those who wait here can still leave in order. */
    void onStop(@Observes @Priority(1) ShutdownEvent event) {
        stopping.countDown();
    }

    void take(List<Message> messages) {
        Duration pause = FIRST_PAUSE;
        for (boolean failedBefore = false; ; failedBefore = true) {
            try {
                report(applyBatch.apply(messages));
                if (failedBefore) {
                    LOG.info("taking in events again");
                }
                return;
            } catch (MovedMeanwhile another) {
                LOG.info("another consumer was first; reading the positions again");
            } catch (SQLException | RuntimeException failure) {
                if (refusesTheData(failure)) {
                    takeRefused(messages, failure);
                    return;
                }
                if (!failedBefore) {
                    LOG.errorf(failure, "events cannot be stored now; %d wait and are tried again", messages.size());
                }
                waitFor(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private void takeRefused(List<Message> messages, Exception failure) {
        if (messages.size() > 1) {
            int half = messages.size() / 2;
            take(messages.subList(0, half));
            take(messages.subList(half, messages.size()));
        } else if (messages.getFirst() instanceof Poison poison) {
            throw new IllegalStateException(
                    "quarantine refuses " + poison.source().topic(), failure);
        } else {
            take(List.of(Poison.of(messages.getFirst(), "the database refuses it: " + failure.getMessage())));
        }
    }

    /** Data exceptions and integrity violations: what was refused once is refused for ever. */
    static boolean refusesTheData(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && e.getSQLState() != null) {
                return e.getSQLState().startsWith("22") || e.getSQLState().startsWith("23");
            }
        }
        return false;
    }

    void waitFor(Duration pause) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Stopped();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    private void report(ApplyBatch.Outcome outcome) {
        metrics.count(outcome);
        outcome.batch()
                .gaps()
                .forEach(at -> LOG.warnf(
                        "branch %s: expected number %d of epoch %d, got %d; it waits until the missing ones come",
                        at.branchId(), at.nextSeq(), at.epoch(), at.gapSeq()));
        outcome.batch()
                .conflicts()
                .forEach((branchId, at) -> LOG.errorf(
                        "branch %s: another event came under number %d of epoch %d than the one that is in; it is asked to begin a new epoch",
                        branchId, at.seq(), at.epoch()));
        outcome.poisons()
                .forEach(poison -> LOG.errorf(
                        "quarantined %s at offset %d: %s",
                        poison.source().topic(), poison.source().offset(), poison.reason()));
        outcome.differences()
                .forEach(day -> LOG.errorf(
                        "branch %s: %s is not here what it is there: %s", day.branchId(), day.date(), day.what()));
    }
}
