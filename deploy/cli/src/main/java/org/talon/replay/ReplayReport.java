package org.talon.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came out of a replay. */
record ReplayReport(
        boolean holds,
        long tickets,
        int days,
        int branches,
        long events,
        double seconds,
        double eventsPerSecond,
        boolean centreExact,
        List<Line> rows) {

    /** A row of the table. */
    record Line(
            LocalDate date,
            String service,
            boolean agrees,
            Map<Figure, Long> centre,
            Map<Figure, Long> trace,
            Map<Figure, Long> difference) {

        static Line of(Comparison.Row row) {
            return new Line(
                    row.key().date(),
                    row.key().service(),
                    row.agrees(),
                    row.centre().values(),
                    row.trace().values(),
                    row.differences());
        }
    }

    static ReplayReport of(Trace trace, List<Part> parts, Comparison comparison, double seconds, boolean exact) {
        long events = parts.stream().mapToLong(Part::events).sum();
        return new ReplayReport(
                exact && comparison.holds(),
                trace.tickets().size(),
                trace.days().size(),
                parts.size(),
                events,
                seconds,
                events / seconds,
                exact,
                comparison.rows().stream().map(Line::of).toList());
    }

    String speed() {
        return String.format(
                Locale.ROOT,
                "%,d events in %.1f s: %.0f events per second, from the first ticket to the exact centre",
                events,
                seconds,
                eventsPerSecond);
    }

    String sum(Comparison comparison) {
        String what = String.format(Locale.ROOT, "%,d tickets of %d days over %d branches", tickets, days, branches);
        if (holds) {
            return "replay holds: " + what + ", difference 0 in all " + rows.size()
                    + " rows (counts, sums, maxima exactly; percentiles within 1 %)";
        }
        if (comparison.holds()) {
            return "replay does NOT hold: " + what + ", no difference, but the centre is not exact";
        }
        return "replay does NOT hold: " + what + ", " + comparison.differing().size() + " of " + rows.size()
                + " rows differ: " + ComparisonTable.differences(comparison);
    }
}
