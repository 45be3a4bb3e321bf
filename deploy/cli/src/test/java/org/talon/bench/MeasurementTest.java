package org.talon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    @Test
    void ours_and_the_limit_are_measured_by_turns_and_the_middle_counts() {
        // Given
        Iterator<Double> speeds = List.of(10.0, 20.0, 30.0, 40.0, 20.0, 80.0).iterator();
        // When
        Measurement measurement = Measurement.of("ours", speeds::next, "limit", speeds::next, 3);
        // Then
        assertThat(measurement.pairs()).containsExactly(new Pair(10, 20), new Pair(30, 40), new Pair(20, 80));
        assertThat(measurement.medianOurs()).isEqualTo(20);
        assertThat(measurement.medianLimit()).isEqualTo(40);
        assertThat(measurement.medianRatio()).isEqualTo(0.5);
    }
}
