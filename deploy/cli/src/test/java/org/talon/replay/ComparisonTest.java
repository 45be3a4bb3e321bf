package org.talon.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final FigureKey PS = new FigureKey(LocalDate.parse("2026-01-15"), "PS");
    private static final FigureKey NW = new FigureKey(LocalDate.parse("2026-01-15"), "NW");

    @Test
    void the_same_figures_hold() {
        assertThat(Comparison.of(rows(PS, Figure.ISSUED, 3), rows(PS, Figure.ISSUED, 3))
                        .holds())
                .isTrue();
    }

    @Test
    void a_count_that_is_off_by_one_does_not_hold_and_is_named() {
        // When
        Comparison comparison = Comparison.of(rows(PS, Figure.SERVED, 2), rows(PS, Figure.SERVED, 3));
        // Then
        assertThat(comparison.holds()).isFalse();
        assertThat(ComparisonTable.differences(comparison)).isEqualTo("2026-01-15 PS (served -1)");
    }

    @Test
    void a_row_that_only_one_of_them_has_is_a_difference_both_ways() {
        assertThat(Comparison.of(rows(PS, Figure.ISSUED, 1), new TreeMap<>()).holds())
                .isFalse();
        assertThat(Comparison.of(new TreeMap<>(), rows(NW, Figure.ISSUED, 1)).holds())
                .isFalse();
    }

    @Test
    void percentiles_agree_within_one_percent_and_maxima_only_exactly() {
        assertThat(Figure.WAIT_P90.agrees(396L, 400L)).isTrue();
        assertThat(Figure.WAIT_P90.agrees(395L, 400L)).isFalse();
        assertThat(Figure.WAIT_P50.agrees(0L, null)).isFalse();
        assertThat(Figure.WAIT_MAX.agrees(399L, 400L)).isFalse();
    }

    private static SortedMap<FigureKey, FigureRow> rows(FigureKey key, Figure figure, long value) {
        return new TreeMap<>(Map.of(key, new FigureRow(Map.of(figure, value))));
    }
}
