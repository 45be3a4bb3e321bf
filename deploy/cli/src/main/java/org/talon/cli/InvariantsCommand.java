package org.talon.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.talon.invariants.Invariants;
import org.talon.invariants.InvariantsPlan;
import org.talon.report.CannotRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code talon invariants}. */
@Command(
        name = "invariants",
        description =
                "Two processes of one branch, a crowded hall, processes that are killed: what must never happen, did not.")
final class InvariantsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--invites", paramLabel = "N", description = "So many calls (default 20000).")
    private int invites = 20_000;

    @Option(names = "--operators", paramLabel = "N", description = "So many desks (default 32).")
    private int operators = 32;

    @Option(names = "--kills", paramLabel = "N", description = "Kill a process so many times (default 5).")
    private int kills = 5;

    @Option(names = "--kiosks", paramLabel = "N", description = "So many kiosks at once (default 64).")
    private int kiosks = 64;

    @Option(names = "--bookers", paramLabel = "N", description = "So many clients for one time of three (default 200).")
    private int bookers = 200;

    @Option(names = "--seed", paramLabel = "S", description = "Of all chance; by default another one every time.")
    private long seed = System.nanoTime();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the same as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        requireWithin("--invites", invites, 1, 1_000_000);
        requireWithin("--operators", operators, 1, 200);
        requireWithin("--kills", kills, 0, 100);
        requireWithin("--kiosks", kiosks, 1, 500);
        requireWithin("--bookers", bookers, 4, 1000);
        InvariantsPlan plan = new InvariantsPlan(invites, operators, kills, kiosks, bookers, seed, json);
        return Talon.exitCode(new Invariants(plan, spec.commandLine().getOut()).run());
    }

    private static void requireWithin(String option, int value, int min, int max) {
        if (value < min || value > max) {
            throw new CannotRun(option + " " + value + ": expected " + min + " to " + max);
        }
    }
}
