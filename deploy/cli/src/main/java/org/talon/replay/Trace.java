package org.talon.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.talon.report.CannotRun;

/** Visitors in order of day and issue. */
record Trace(List<TraceTicket> tickets) {
    static final int SECONDS_A_DAY = 86_400;

    Set<LocalDate> days() {
        return tickets.stream().map(TraceTicket::day).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<String> services() {
        return tickets.stream().map(TraceTicket::service).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Only the days named; all where none is. */
    Trace only(List<LocalDate> wanted) {
        Set<LocalDate> known = days();
        for (LocalDate day : wanted) {
            if (!known.contains(day)) {
                throw new CannotRun("--day " + day + " is not in the trace; it has "
                        + known.iterator().next() + " to " + new ArrayList<>(known).getLast());
            }
        }
        return wanted.isEmpty()
                ? this
                : new Trace(
                        tickets.stream().filter(t -> wanted.contains(t.day())).toList());
    }

    /** Deals the days out: the first to the first branch, the second to the second, and round again. */
    List<Trace> dealtOver(int branches) {
        List<LocalDate> days = new ArrayList<>(days());
        List<Trace> hands = new ArrayList<>();
        for (int branch = 0; branch < Math.min(branches, days.size()); branch++) {
            int hand = branch;
            hands.add(new Trace(tickets.stream()
                    .filter(t -> days.indexOf(t.day()) % branches == hand)
                    .toList()));
        }
        return hands;
    }

    Set<String> operators() {
        return tickets.stream()
                .filter(TraceTicket::served)
                .map(TraceTicket::operator)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
