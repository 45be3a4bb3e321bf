package org.talon.simulation;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.talon.report.JsonFile;
import org.talon.report.Progress;
import org.talon.report.Table;
import org.talon.simulation.Simulation.Outcome;

/** Many runs, on all processors; each in one thread. */
public final class Simulations {

    private static final int SHOWN = 10;

    private final SimulationPlan plan;
    private final PrintWriter out;

    public Simulations(SimulationPlan plan, PrintWriter out) {
        this.plan = plan;
        this.out = out;
    }

    /** Whether all held; where flaws are planted, whether each was found. */
    public boolean run() {
        JsonFile.require(plan.json());
        return plan.everyFlaw() ? runEveryFlaw() : runSeeds();
    }

    /** As it is told in JSON. */
    private record Report(int seeds, long events, double seconds, List<Outcome> violated) {}

    private boolean runSeeds() {
        long began = System.nanoTime();
        AtomicLong events = new AtomicLong();
        List<Outcome> violated;
        try (Progress progress = new Progress("seeds", plan.seeds(), out)) {
            violated = seeds().mapToObj(seed -> {
                        Outcome outcome =
                                new Simulation(seed, plan.flaw(), plan.story() ? out::println : unheard -> {}).run();
                        events.addAndGet(outcome.events());
                        progress.step();
                        return outcome;
                    })
                    .filter(outcome -> outcome.violation() != null)
                    .toList();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        print(violated);
        JsonFile.write(plan.json(), new Report(plan.seeds(), events.get(), seconds, violated));
        out.printf(
                "simulation %s: %,d of %,d seeds violated, %,d events in the branches at rest, %.1f s%n",
                violated.isEmpty() ? "holds" : "does NOT hold", violated.size(), plan.seeds(), events.get(), seconds);
        return violated.isEmpty();
    }

    private LongStream seeds() {
        LongStream seeds = LongStream.range(plan.first(), plan.first() + plan.seeds());
        return plan.story() ? seeds : seeds.parallel();
    }

    private void print(List<Outcome> violated) {
        if (violated.isEmpty()) {
            return;
        }
        Table table = new Table(List.of("Seed", "Trace", "What did not hold"));
        violated.stream()
                .limit(SHOWN)
                .forEach(outcome -> table.row(
                        "seed " + outcome.seed(),
                        Long.toHexString(outcome.trace()),
                        String.valueOf(outcome.violation())));
        out.println(table);
        out.println();
    }

    /**
     * A planted flaw.
     *
     * @param seeds how many it took; null where none of them found it
     */
    private record Found(
            Flaw flaw, @Nullable Long seeds, @Nullable String violation) {}

    private boolean runEveryFlaw() {
        List<Found> found = new ArrayList<>();
        try (Progress progress = new Progress("flaws", Flaw.values().length, out)) {
            for (Flaw flaw : Flaw.values()) {
                found.add(find(flaw));
                progress.step();
            }
        }
        Table table = new Table(List.of("Planted flaw", "Found by seed", "By what"));
        found.forEach(one -> table.row(
                one.flaw.description(),
                one.seeds == null ? "-" : one.seeds.toString(),
                one.violation == null ? "NOT FOUND" : one.violation));
        out.println(table);
        out.println();
        JsonFile.write(plan.json(), found);
        long missed = found.stream().filter(one -> one.seeds == null).count();
        out.printf(
                "simulation %s: %d of %d planted flaws found, within %,d seeds each%n",
                missed == 0 ? "holds" : "does NOT hold", found.size() - missed, found.size(), plan.seeds());
        return missed == 0;
    }

    private Found find(Flaw flaw) {
        for (long n = 0; n < plan.seeds(); n++) {
            Outcome outcome = new Simulation(plan.first() + n, flaw, unheard -> {}).run();
            if (outcome.violation() != null) {
                return new Found(flaw, n + 1, Objects.requireNonNull(outcome.violation()));
            }
        }
        return new Found(flaw, null, null);
    }
}
