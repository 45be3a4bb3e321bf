package org.talon.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.talon.repair.QuarantineRun;
import org.talon.repair.QuarantineRun.What;
import org.talon.report.CannotRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code talon quarantine}. */
@Command(
        name = "quarantine",
        description = "Shows what a running centre could not read; has it read again, or given up.")
final class QuarantineCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CentreOptions centre;

    @Option(names = "--replay", description = "Read it again, after the cause is mended.")
    private boolean replay;

    @Option(names = "--discard", description = "Give it up: what it told of is lost.")
    private boolean discard;

    @Option(names = "--server", paramLabel = "ID", description = "Of this branch alone.")
    private @Nullable String server;

    @Option(names = "--json", paramLabel = "FILE", description = "Write what is left as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        if (replay && discard) {
            throw new CannotRun("--replay and --discard: expected one of them");
        }
        What what = replay ? What.REPLAY : discard ? What.DISCARD : What.SHOW;
        return Talon.exitCode(new QuarantineRun(
                        centre.address(), what, server, json, spec.commandLine().getOut())
                .run());
    }
}
