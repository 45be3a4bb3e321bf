package org.talon.replay;

import java.time.LocalDate;

/**
 * One visitor of a trace; times are seconds since the midnight that starts the day, and may pass its end.
 *
 * @param started −1 where nobody served
 * @param operator empty where nobody served
 */
record TraceTicket(
        long line,
        LocalDate day,
        int number,
        String service,
        int priority,
        int issued,
        int started,
        int finished,
        String operator) {

    boolean served() {
        return started >= 0;
    }

    int waited() {
        return started - issued;
    }

    int serviceSeconds() {
        return finished - started;
    }

    /** The date on which a second of its day falls. */
    LocalDate dateOf(int second) {
        return day.plusDays(second / Trace.SECONDS_A_DAY);
    }
}
