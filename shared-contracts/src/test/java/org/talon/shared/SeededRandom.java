package org.talon.shared;

import java.util.Random;

/** Chance that can be had again: a run prints its seed, {@code -Dtalon.seed=…} takes it. */
public final class SeededRandom {

    private SeededRandom() {}

    public static Random printed() {
        long seed = Long.getLong("talon.seed", System.nanoTime());
        String story = StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst())
                .map(StackWalker.StackFrame::getMethodName)
                .orElse("?");
        System.out.printf("talon.seed=%d in %s%n", seed, story);
        return new Random(seed);
    }
}
