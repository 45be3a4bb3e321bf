package org.talon.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the figures must be, computed from the trace alone: each is filed under the date on which it happens. */
final class TraceFigures {
    private final SortedMap<FigureKey, Group> groups = new TreeMap<>();

    private static final class Group {
        private long issued;
        private long served;
        private long left;
        private long serviceSum;
        private final List<Integer> waits = new ArrayList<>();

        FigureRow row() {
            Map<Figure, Long> values = new EnumMap<>(Figure.class);
            values.put(Figure.ISSUED, issued);
            values.put(Figure.SERVED, served);
            values.put(Figure.LEFT, left);
            values.put(Figure.SERVICE_SUM, serviceSum);
            values.put(
                    Figure.WAIT_SUM,
                    waits.stream().mapToLong(Integer::longValue).sum());
            if (!waits.isEmpty()) {
                Collections.sort(waits);
                values.put(Figure.WAIT_MAX, (long) waits.getLast());
                values.put(Figure.WAIT_P50, nearestRank(50));
                values.put(Figure.WAIT_P90, nearestRank(90));
            }
            return new FigureRow(values);
        }

        private long nearestRank(int percent) {
            return waits.get(Math.ceilDiv(percent * waits.size(), 100) - 1);
        }
    }

    private TraceFigures() {}

    static SortedMap<FigureKey, FigureRow> of(Trace trace) {
        TraceFigures figures = new TraceFigures();
        trace.tickets().forEach(figures::add);
        SortedMap<FigureKey, FigureRow> rows = new TreeMap<>();
        figures.groups.forEach((key, group) -> rows.put(key, group.row()));
        return rows;
    }

    private void add(TraceTicket ticket) {
        for (Group group : groups(ticket, ticket.issued())) {
            group.issued++;
        }
        if (ticket.served()) {
            for (Group group : groups(ticket, ticket.started())) {
                group.waits.add(ticket.waited());
            }
        }
        for (Group group : groups(ticket, ticket.finished())) {
            group.served += ticket.served() ? 1 : 0;
            group.left += ticket.served() ? 0 : 1;
            group.serviceSum += ticket.served() ? ticket.serviceSeconds() : 0;
        }
    }

    private List<Group> groups(TraceTicket ticket, int second) {
        LocalDate date = ticket.dateOf(second);
        return List.of(group(date, ticket.service()), group(date, FigureKey.ALL));
    }

    private Group group(LocalDate date, String service) {
        return groups.computeIfAbsent(new FigureKey(date, service), any -> new Group());
    }
}
