package org.talon.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.talon.conformance.Conformance;
import org.talon.conformance.ConformancePlan;
import org.talon.driver.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code talon conformance}. */
@Command(name = "conformance", description = "Makes every call of a branch's API, and holds each answer to its shape.")
final class ConformanceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "URL",
            arity = "0..1",
            description = "A branch that runs, such as http://127.0.0.1:8101; by default one of its own.")
    private @Nullable String url;

    @Option(
            names = "--with",
            paramLabel = "NAME=VALUE",
            description = "What is different there from the demonstration; see docs/conformance.md.")
    private Map<String, String> given = Map.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the same as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        ConformancePlan plan =
                new ConformancePlan(url == null ? null : Address.of(url, "http://127.0.0.1:8101"), given, json);
        return Talon.exitCode(new Conformance(plan, spec.commandLine().getOut()).run());
    }
}
