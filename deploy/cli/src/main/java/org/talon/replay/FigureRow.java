package org.talon.replay;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of one date and service; a wait that nobody had is absent. */
record FigureRow(Map<Figure, Long> values) {
    static final FigureRow NOTHING = new FigureRow(Map.of());

    FigureRow {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(values));
    }

    @Nullable Long get(Figure figure) {
        return values.get(figure);
    }
}
