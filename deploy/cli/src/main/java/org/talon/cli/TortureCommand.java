package org.talon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.talon.report.CannotRun;
import org.talon.torture.Flaw;
import org.talon.torture.Torture;
import org.talon.torture.TorturePlan;
import org.talon.torture.Tortures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code talon torture}. */
@Command(
        name = "torture",
        description =
                "Three branches and two centres on real parts that are killed, stopped, cut off and filled up: nothing is lost, and all is exact soon.")
final class TortureCommand implements Callable<Integer> {
    private static final int LONGEST = 24 * 60;

    @Spec
    private CommandSpec spec;

    @Option(names = "--minutes", paramLabel = "M", description = "So long (default 10).")
    private int minutes = 10;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Of what is broken and when; by default another one every time.")
    private long seed = System.nanoTime();

    @Option(
            names = "--plant",
            paramLabel = "FLAW",
            description = "A mistake to be planted, which has to be found: ${COMPLETION-CANDIDATES}.")
    private @Nullable Flaw flaw;

    @Option(
            names = "--every-flaw",
            description = "Plant each mistake in turn, for --minutes at most: holds where each is found.")
    private boolean everyFlaw;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the same as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        if (minutes < 1 || minutes > LONGEST) {
            throw new CannotRun("--minutes " + minutes + ": expected 1 to " + LONGEST);
        }
        if (everyFlaw && flaw != null) {
            throw new CannotRun("--plant and --every-flaw: expected one of them");
        }
        TorturePlan plan = new TorturePlan(Duration.ofMinutes(minutes), seed, flaw, everyFlaw, json);
        PrintWriter out = spec.commandLine().getOut();
        return Talon.exitCode(everyFlaw ? new Tortures(plan, out).run() : new Torture(plan, out).run());
    }
}
