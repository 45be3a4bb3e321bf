package org.talon.branch.ticket;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Lets time do its work on those who wait or have booked, whether anybody asks or not. */
@ApplicationScoped
class HallClock {

    private static final Logger LOG = Logger.getLogger(HallClock.class);

    private final Bookings bookings;
    private final LeftBehind leftBehind;
    private boolean failing;

    HallClock(Bookings bookings, LeftBehind leftBehind) {
        this.bookings = bookings;
        this.leftBehind = leftBehind;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void tick() {
        boolean bookingsFail = settles(bookings::settle);
        failing = settles(leftBehind::cancel) || bookingsFail;
    }

    /** Whether it fails; what fails keeps nothing else from being done. */
    private boolean settles(Runnable what) {
        try {
            what.run();
            return false;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.errorf("bookings and what was left behind cannot be settled now; trying again: %s", failure);
            }
            return true;
        }
    }
}
