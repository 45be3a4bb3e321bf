package org.talon.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.talon.report.Table;

/**
 * What was measured.
 *
 * @param statements of one ticket, as PostgreSQL's log shows them
 * @param roundTrips of one ticket: BEGIN travels with the statement that follows it
 */
record BenchReport(List<Row> rows, List<String> statements, int roundTrips) {

    /** A measurement as JSON shows it. */
    record Row(String what, double perSecond, String limit, double limitPerSecond, double ratio, List<Pair> pairs) {

        static Row of(Measurement of) {
            return new Row(of.what(), of.medianOurs(), of.limit(), of.medianLimit(), of.medianRatio(), of.pairs());
        }
    }

    static BenchReport of(List<Measurement> measurements, List<String> statements) {
        int begins =
                (int) statements.stream().filter(s -> s.startsWith("begin")).count();
        return new BenchReport(measurements.stream().map(Row::of).toList(), statements, statements.size() - begins);
    }

    String text() {
        Table table =
                new Table(List.of("measured", "per second", "limit", "per second", "ratio", "ratio of each pair"));
        for (Row row : rows) {
            table.row(
                    row.what(),
                    whole(row.perSecond()),
                    row.limit(),
                    whole(row.limitPerSecond()),
                    share(row.ratio()),
                    row.pairs().stream().map(pair -> share(pair.ratio())).collect(Collectors.joining(" ")));
        }
        return table + "\n\nA ticket costs " + statements.size() + " SQL statements in " + roundTrips
                + " round trips, counted in PostgreSQL's log of one issue (BEGIN travels with the statement after it):\n"
                + statements.stream().map(s -> "  " + shortened(s)).collect(Collectors.joining("\n"));
    }

    String sum() {
        return "bench: "
                + rows.stream()
                        .map(row -> row.what() + " " + whole(row.perSecond()) + "/s, " + share(row.ratio()) + " of "
                                + row.limit())
                        .collect(Collectors.joining("; "))
                + "; a ticket costs " + statements.size() + " statements";
    }

    private static String shortened(String statement) {
        int most = 100;
        return statement.length() <= most ? statement : statement.substring(0, most) + "…";
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
