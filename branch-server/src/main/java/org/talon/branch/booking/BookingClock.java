package org.talon.branch.booking;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.talon.branch.ticket.Bookings;

/** Lets time do its work on bookings, whether anybody asks or not. */
@ApplicationScoped
class BookingClock {

    private static final Logger LOG = Logger.getLogger(BookingClock.class);

    private final Bookings bookings;
    private boolean failing;

    BookingClock(Bookings bookings) {
        this.bookings = bookings;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void tick() {
        try {
            bookings.settle();
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.errorf("bookings cannot be settled now; trying again every second: %s", failure);
            }
            failing = true;
        }
    }
}
