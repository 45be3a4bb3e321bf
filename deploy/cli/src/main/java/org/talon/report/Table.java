package org.talon.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text under a header, columns aligned: numbers to the right, words to the left. */
public final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(List<String> header) {
        rows.add(List.copyOf(header));
    }

    public Table row(List<String> cells) {
        if (cells.size() != rows.getFirst().size()) {
            throw new IllegalArgumentException("a row of " + cells.size() + " cells under " + rows.getFirst());
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    public Table row(Object... cells) {
        return row(java.util.Arrays.stream(cells).map(String::valueOf).toList());
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().size();
        int[] widths = IntStream.range(0, columns).map(this::width).toArray();
        boolean[] words = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            words[column] = holdsWords(column);
        }
        return rows.stream().map(row -> line(row, widths, words)).collect(Collectors.joining("\n"));
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private boolean holdsWords(int column) {
        return rows.stream().skip(1).anyMatch(row -> row.get(column).chars().anyMatch(Character::isLetter));
    }

    private static String line(List<String> row, int[] widths, boolean[] words) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> words[column]
                        ? row.get(column)
                                + " ".repeat(widths[column] - row.get(column).length())
                        : " ".repeat(widths[column] - row.get(column).length()) + row.get(column))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }
}
