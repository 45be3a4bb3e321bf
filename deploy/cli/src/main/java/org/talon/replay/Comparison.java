package org.talon.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The centre's figures beside the trace's, both ways: a row that only one of them has is a difference too. */
record Comparison(List<Row> rows) {

    /** One date and service. */
    record Row(FigureKey key, FigureRow centre, FigureRow trace) {

        boolean agrees() {
            return java.util.Arrays.stream(Figure.values()).allMatch(this::agrees);
        }

        boolean agrees(Figure figure) {
            return figure.agrees(centre.get(figure), trace.get(figure));
        }

        /** Centre less trace; what is absent counts as 0. */
        long difference(Figure figure) {
            return orZero(centre.get(figure)) - orZero(trace.get(figure));
        }

        Map<Figure, Long> differences() {
            Map<Figure, Long> differences = new EnumMap<>(Figure.class);
            for (Figure figure : Figure.values()) {
                differences.put(figure, difference(figure));
            }
            return differences;
        }

        private static long orZero(@Nullable Long value) {
            return value == null ? 0 : value;
        }
    }

    static Comparison of(SortedMap<FigureKey, FigureRow> centre, SortedMap<FigureKey, FigureRow> trace) {
        SortedSet<FigureKey> keys = new TreeSet<>(centre.keySet());
        keys.addAll(trace.keySet());
        List<Row> rows = new ArrayList<>();
        keys.forEach(key -> rows.add(
                new Row(key, centre.getOrDefault(key, FigureRow.NOTHING), trace.getOrDefault(key, FigureRow.NOTHING))));
        return new Comparison(rows);
    }

    boolean holds() {
        return differing().isEmpty();
    }

    List<Row> differing() {
        return rows.stream().filter(row -> !row.agrees()).toList();
    }
}
