package org.talon.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.talon.repair.ServersRun;
import org.talon.repair.ServersRun.What;
import org.talon.report.CannotRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code talon servers}. */
@Command(
        name = "servers",
        description =
                "Shows which branches belong to a running centre's network; blocks, unblocks, removes, restores one.")
final class ServersCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CentreOptions centre;

    @Parameters(
            index = "0",
            defaultValue = "list",
            paramLabel = "WHAT",
            description = "One of list, block, unblock, remove, restore (default ${DEFAULT-VALUE}).")
    private What what;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The branch, unless they are listed.")
    private @Nullable String server;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; needed to block and to remove.")
    private @Nullable String reason;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the table as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        require();
        return Talon.exitCode(new ServersRun(
                        centre.address(),
                        what,
                        server,
                        reason,
                        json,
                        spec.commandLine().getOut())
                .run());
    }

    /** Before anybody is called. */
    private void require() {
        String name = what.toString();
        if (what == What.LIST && (server != null || reason != null)) {
            throw new CannotRun("list: expected neither a branch nor --reason");
        }
        if (what != What.LIST && server == null) {
            throw new CannotRun(name + ": expected the ID of a branch, as list shows it");
        }
        if (what.needsReason() && (reason == null || reason.isBlank())) {
            throw new CannotRun(name + ": expected --reason TEXT");
        }
    }
}
