package org.talon.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/**
 * A speed beside its limit: measured by turns, so that what else goes on at this machine meets both alike.
 *
 * @param what per second
 */
record Measurement(String what, String limit, List<Pair> pairs) {

    static Measurement of(String what, DoubleSupplier ours, String limit, DoubleSupplier theirs, int count) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pairs.add(new Pair(ours.getAsDouble(), theirs.getAsDouble()));
        }
        return new Measurement(what, limit, pairs);
    }

    double medianOurs() {
        return median(Pair::ours);
    }

    double medianLimit() {
        return median(Pair::limit);
    }

    /** The median of the ratios, not the ratio of the medians: each pair saw the same moment. */
    double medianRatio() {
        return median(Pair::ratio);
    }

    private double median(ToDoubleFunction<Pair> of) {
        double[] values = pairs.stream().mapToDouble(of).sorted().toArray();
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
