package org.talon.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.talon.network.Pause;

/** Strikes again and again, several things at a time but nothing twice, and makes each good after a while. */
final class Storm {
    private static final long SHORTEST_CALM_MILLIS = 500;
    private static final long LONGEST_CALM_MILLIS = 2_800;
    private static final long SHORTEST_HOLD_MILLIS = 500;
    private static final long LONGEST_HOLD_MILLIS = 9_000;
    private static final Duration STEP = Duration.ofMillis(50);

    private final Faults faults;
    private final Random random;
    private final Consumer<String> says;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<Held> held = new ArrayList<>();
    private final Set<String> struck = new HashSet<>();

    private record Held(Fault fault, Fault.Mend mend, long until) {}

    Storm(Faults faults, Random random, Consumer<String> says) {
        this.faults = faults;
        this.random = random;
        this.says = says;
    }

    /** How often each kind struck, in all storms. */
    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    int strikes() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Something struck that is no part of the storm. */
    void count(String kind) {
        says.accept("fault: " + kind);
        counts.merge(kind, 1, Integer::sum);
    }

    /** At its end all is made good. */
    void blow(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        long next = System.nanoTime();
        try {
            while (System.nanoTime() < end) {
                if (System.nanoTime() >= next) {
                    strike(faults.next());
                    next = System.nanoTime() + between(SHORTEST_CALM_MILLIS, LONGEST_CALM_MILLIS);
                }
                mend(one -> one.until - System.nanoTime() <= 0);
                Pause.of(STEP);
            }
        } finally {
            mend(one -> true);
        }
    }

    private void strike(Fault fault) throws Exception {
        if (fault.victims().stream().anyMatch(struck::contains)) {
            return;
        }
        says.accept("fault: " + fault.kind() + " (" + String.join(", ", fault.victims()) + ")");
        Fault.Mend mend = fault.strike().now();
        struck.addAll(fault.victims());
        counts.merge(fault.kind(), 1, Integer::sum);
        held.add(new Held(fault, mend, System.nanoTime() + between(SHORTEST_HOLD_MILLIS, LONGEST_HOLD_MILLIS)));
    }

    private void mend(Predicate<Held> which) throws Exception {
        for (Held one : held.stream().filter(which).toList()) {
            held.remove(one);
            one.mend.now();
            struck.removeAll(one.fault.victims());
        }
    }

    private long between(long shortest, long longest) {
        return Duration.ofMillis(shortest + random.nextLong(longest - shortest)).toNanos();
    }
}
