package org.talon.cli;

import java.util.concurrent.Callable;
import org.talon.demo.Demo;
import org.talon.demo.DemoPlan;
import org.talon.report.CannotRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code talon up}. */
@Command(name = "up", description = "Starts a demonstration network in this terminal, until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
    private static final int MOST_BRANCHES = 20;

    @Spec
    private CommandSpec spec;

    @Option(names = "--no-visitors", description = "No simulated visitors.")
    private boolean noVisitors;

    @Option(names = "--branches", paramLabel = "N", description = "So many branches (default 3).")
    private int branches = 3;

    @Option(names = "--fresh", description = "Empty the data folder .talon first.")
    private boolean fresh;

    @Option(names = "--port-base", paramLabel = "P", description = "Branches listen on P+1, P+2 … (default 8100).")
    private int portBase = 8100;

    @Option(names = "--centre-port", paramLabel = "P", description = "The centre listens on P (default 8082).")
    private int centrePort = 8082;

    @Override
    public Integer call() {
        if (branches < 1 || branches > MOST_BRANCHES) {
            throw new CannotRun("--branches " + branches + ": expected 1 to " + MOST_BRANCHES);
        }
        DemoPlan plan = new DemoPlan(branches, portBase, centrePort, !noVisitors, fresh);
        return Talon.exitCode(new Demo(plan, spec.commandLine().getOut()).run());
    }
}
