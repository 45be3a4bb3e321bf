package org.talon.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talon.report.CannotRun;

/** What must hold between the lines of a trace; without it a replay would meet refusals in its middle. */
final class TraceRules {
    private final Path file;
    private final Map<String, List<TraceTicket>> byOperator = new HashMap<>();
    private @Nullable TraceTicket last;

    TraceRules(Path file) {
        this.file = file;
    }

    void check(TraceTicket ticket) {
        checkOrder(ticket, last);
        checkTimes(ticket);
        last = ticket;
        if (ticket.served()) {
            byOperator
                    .computeIfAbsent(ticket.operator(), any -> new ArrayList<>())
                    .add(ticket);
        }
    }

    /** An operator serves one visitor at a time. */
    void checkOperators() {
        byOperator.values().forEach(services -> {
            services.sort(Comparator.comparingLong((TraceTicket t) -> at(t, t.started()))
                    .thenComparingLong(t -> at(t, t.finished())));
            for (int i = 1; i < services.size(); i++) {
                checkApart(services.get(i - 1), services.get(i));
            }
        });
    }

    private void checkApart(TraceTicket one, TraceTicket next) {
        if (at(next, next.started()) < at(one, one.finished())) {
            throw wrong(
                    next,
                    "operator " + next.operator() + " starts while still serving line " + one.line()
                            + "; expected one visitor at a time");
        }
    }

    private void checkOrder(TraceTicket ticket, @Nullable TraceTicket before) {
        if (before == null || ticket.day().isAfter(before.day())) {
            checkNumber(ticket, 1);
            return;
        }
        if (ticket.day().isBefore(before.day())) {
            throw wrong(ticket, "day " + ticket.day() + " comes after " + before.day() + "; expected days in order");
        }
        checkNumber(ticket, before.number() + 1);
        if (ticket.issued() < before.issued()) {
            throw wrong(
                    ticket,
                    "issued at " + ticket.issued() + ", before the line above (" + before.issued()
                            + "); expected tickets in order of issue");
        }
    }

    private void checkNumber(TraceTicket ticket, int expected) {
        if (ticket.number() != expected) {
            throw wrong(ticket, "expected ticket " + expected + " of " + ticket.day() + ", found " + ticket.number());
        }
    }

    private void checkTimes(TraceTicket ticket) {
        if (ticket.served() && ticket.started() < ticket.issued()) {
            throw wrong(ticket, "started at " + ticket.started() + ", before it was issued at " + ticket.issued());
        }
        int begun = ticket.served() ? ticket.started() : ticket.issued();
        if (ticket.finished() < begun) {
            throw wrong(ticket, "finished at " + ticket.finished() + "; expected " + begun + " or later");
        }
    }

    private static long at(TraceTicket ticket, int second) {
        return ticket.day().toEpochDay() * Trace.SECONDS_A_DAY + second;
    }

    private CannotRun wrong(TraceTicket ticket, String what) {
        return new CannotRun(file + ": line " + ticket.line() + ": " + what);
    }
}
