package org.talon.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.talon.driver.CentreClient;

/** What the figures are, as the centre answers. */
final class CentreFigures {
    private CentreFigures() {}

    static SortedMap<FigureKey, FigureRow> of(CentreClient centre, LocalDate from, LocalDate to) {
        SortedMap<FigureKey, FigureRow> rows = new TreeMap<>();
        centre.history(from, to, "day,product")
                .forEach(row -> rows.put(key(row, row.path("ProductName").asText()), row(row)));
        centre.history(from, to, "day").forEach(row -> rows.put(key(row, FigureKey.ALL), row(row)));
        return rows;
    }

    private static FigureKey key(JsonNode row, String service) {
        return new FigureKey(LocalDate.parse(row.path("Date").asText()), service);
    }

    private static FigureRow row(JsonNode row) {
        Map<Figure, Long> values = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            JsonNode value = row.path(figure.wireName());
            if (value.isNumber()) {
                values.put(figure, value.asLong());
            }
        }
        return new FigureRow(values);
    }
}
