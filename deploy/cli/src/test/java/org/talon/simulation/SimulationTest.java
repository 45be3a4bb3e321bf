package org.talon.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.talon.simulation.Simulation.Outcome;

/** The protocol holds in every weather; and a mistake in it would have been seen. */
class SimulationTest {

    private static final int SEEDS = 2_000;

    @Test
    void what_must_hold_after_each_step_does_in_every_run() {
        List<Outcome> violated = LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .mapToObj(seed -> new Simulation(seed, null, unheard -> {}).run())
                .filter(outcome -> outcome.violation() != null)
                .toList();

        assertThat(violated).isEmpty();
    }

    @Test
    void a_run_is_the_same_each_time() {
        for (long seed : new long[] {1, 66, 754}) {
            Outcome first = new Simulation(seed, Flaw.NEVER_ASKS, unheard -> {}).run();

            assertThat(new Simulation(seed, Flaw.NEVER_ASKS, unheard -> {}).run())
                    .isEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void a_planted_mistake_is_found(Flaw flaw) {
        assertThat(LongStream.rangeClosed(1, SEEDS)
                        .mapToObj(seed -> new Simulation(seed, flaw, unheard -> {}).run())
                        .anyMatch(outcome -> outcome.violation() != null))
                .isTrue();
    }
}
