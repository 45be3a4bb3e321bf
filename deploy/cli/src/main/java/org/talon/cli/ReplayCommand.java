package org.talon.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.talon.replay.LeftOut;
import org.talon.replay.Replay;
import org.talon.replay.ReplayPlan;
import org.talon.report.CannotRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code talon replay}. */
@Command(
        name = "replay",
        description = "Sends a recorded trace through a network of its own; the centre's figures must be the trace's.")
final class ReplayCommand implements Callable<Integer> {
    private static final int MOST_BRANCHES = 16;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TRACE", description = "The trace: CSV, plain or gzip.")
    private Path trace;

    @Option(
            names = "--day",
            paramLabel = "DAY",
            description = "Only this day (yyyy-MM-dd); may be given several times.")
    private List<LocalDate> days = List.of();

    @Option(names = "--branches", paramLabel = "N", description = "Deal the days out over N branches (default 1).")
    private int branches = 1;

    @Option(names = "--keep", description = "Keep the network's data when it is over, and say where.")
    private boolean keep;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the same as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--faults",
            description = "Kill processes and break their way to Kafka meanwhile; every branch must end up exact.")
    private boolean faults;

    @Option(
            names = "--cut",
            description =
                    "Cut the way to Kafka until all is over: branches must not notice, and the backlog must come.")
    private boolean cut;

    @Option(names = "--seed", paramLabel = "S", description = "Of the faults; by default another one every time.")
    private long seed = System.nanoTime();

    @Option(names = "--leave-out-complete", hidden = true)
    private @Nullable String leaveOut;

    @Option(names = "--kill-branch-after", hidden = true)
    private long killAfter;

    @Override
    public Integer call() {
        if (cut && faults) {
            throw new CannotRun("--cut and --faults: expected one of them");
        }
        if (branches < 1 || branches > MOST_BRANCHES) {
            throw new CannotRun("--branches " + branches + ": expected 1 to " + MOST_BRANCHES);
        }
        ReplayPlan plan =
                new ReplayPlan(trace, days, branches, keep, json, leftOut(), killAfter, faults ? seed : null, cut);
        return Talon.exitCode(new Replay(plan, spec.commandLine().getOut()).run());
    }

    private @Nullable LeftOut leftOut() {
        if (leaveOut == null) {
            return null;
        }
        try {
            String[] parts = leaveOut.split(":", 2);
            return new LeftOut(LocalDate.parse(parts[0]), Integer.parseInt(parts[parts.length - 1]));
        } catch (DateTimeException | NumberFormatException e) {
            throw new CannotRun("--leave-out-complete: expected DAY:TICKET", e);
        }
    }
}
