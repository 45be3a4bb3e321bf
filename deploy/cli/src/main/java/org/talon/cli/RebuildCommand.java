package org.talon.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.talon.repair.RebuildRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code talon rebuild}. */
@Command(
        name = "rebuild",
        description = "Makes a running centre's figures anew from its log; they must be what they were.")
final class RebuildCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CentreOptions centre;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the same as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        return Talon.exitCode(
                new RebuildRun(centre.address(), json, spec.commandLine().getOut()).run());
    }
}
