package org.talon.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.talon.report.CannotRun;
import org.talon.simulation.Flaw;
import org.talon.simulation.SimulationPlan;
import org.talon.simulation.Simulations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code talon simulate}. */
@Command(
        name = "simulate",
        description =
                "The federation in virtual time under every kind of failure: what must hold after each step, does.")
final class SimulateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--seeds", paramLabel = "N", description = "So many runs (default 10000).")
    private int seeds = 10_000;

    @Option(names = "--seed", paramLabel = "S", description = "Of the first run (default 1); the others follow.")
    private long seed = 1;

    @Option(names = "--plant", paramLabel = "FLAW", description = "A mistake to be planted: ${COMPLETION-CANDIDATES}.")
    private @Nullable Flaw flaw;

    @Option(names = "--every-flaw", description = "Plant each mistake in turn: holds where each is found.")
    private boolean everyFlaw;

    @Option(names = "--story", description = "Print all that happens in the runs; for one that failed.")
    private boolean story;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the same as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        if (seeds < 1 || seeds > 10_000_000) {
            throw new CannotRun("--seeds " + seeds + ": expected 1 to 10000000");
        }
        if (everyFlaw && flaw != null) {
            throw new CannotRun("--plant and --every-flaw: expected one of them");
        }
        SimulationPlan plan = new SimulationPlan(seed, seeds, flaw, everyFlaw, story, json);
        return Talon.exitCode(new Simulations(plan, spec.commandLine().getOut()).run());
    }
}
