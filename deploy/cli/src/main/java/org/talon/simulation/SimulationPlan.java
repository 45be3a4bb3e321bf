package org.talon.simulation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to simulate.
 *
 * @param first the first seed; the others follow it
 * @param flaw to be planted; null for the protocol as it is
 * @param everyFlaw plant each of them in turn, and expect that it is found
 * @param story print every line of what happens
 */
public record SimulationPlan(
        long first,
        int seeds,
        @Nullable Flaw flaw,
        boolean everyFlaw,
        boolean story,
        @Nullable Path json) {}
