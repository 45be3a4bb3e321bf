package org.talon.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talon.report.Table;

/** How a comparison looks: after each of the centre's figures, by how much it differs from the trace's. */
final class ComparisonTable {
    private static final int NAMED = 6;

    private ComparisonTable() {}

    static String of(Comparison comparison) {
        List<String> header = new ArrayList<>(List.of("date", "service"));
        for (Figure figure : Figure.values()) {
            header.add(figure.label());
            header.add("±");
        }
        Table table = new Table(header);
        comparison.rows().forEach(row -> table.row(cells(row)));
        return table.toString();
    }

    /** Which rows differ, for the summing-up line. */
    static String differences(Comparison comparison) {
        List<Comparison.Row> differing = comparison.differing();
        String named = differing.stream()
                .limit(NAMED)
                .map(row -> row.key() + " (" + figures(row) + ")")
                .collect(Collectors.joining("; "));
        return named + (differing.size() > NAMED ? "; and " + (differing.size() - NAMED) + " more" : "");
    }

    private static String figures(Comparison.Row row) {
        return java.util.Arrays.stream(Figure.values())
                .filter(figure -> !row.agrees(figure))
                .map(figure -> figure.label() + " " + signed(row.difference(figure)))
                .collect(Collectors.joining(", "));
    }

    private static List<String> cells(Comparison.Row row) {
        List<String> cells =
                new ArrayList<>(List.of(row.key().date().toString(), row.key().service()));
        for (Figure figure : Figure.values()) {
            cells.add(text(row.centre().get(figure)));
            cells.add(row.difference(figure) == 0 && !row.agrees(figure) ? "!" : signed(row.difference(figure)));
        }
        return cells;
    }

    private static String text(@Nullable Long value) {
        return value == null ? "-" : value.toString();
    }

    private static String signed(long difference) {
        return difference == 0 ? "0" : String.format(Locale.ROOT, "%+d", difference);
    }
}
