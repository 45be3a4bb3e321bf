package org.talon.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.talon.bench.Bench;
import org.talon.report.CannotRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code talon bench}. */
@Command(name = "bench", description = "Measures a branch and the centre beside what their database would allow.")
final class BenchCommand implements Callable<Integer> {
    private static final int MOST_PAIRS = 100;

    @Spec
    private CommandSpec spec;

    @Option(names = "--pairs", paramLabel = "N", description = "So many pairs of measurements (default 5).")
    private int pairs = 5;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the same as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        if (pairs < 1 || pairs > MOST_PAIRS) {
            throw new CannotRun("--pairs " + pairs + ": expected 1 to " + MOST_PAIRS);
        }
        new Bench(pairs, json, spec.commandLine().getOut()).run();
        return 0;
    }
}
