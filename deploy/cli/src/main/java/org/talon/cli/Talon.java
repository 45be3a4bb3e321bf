package org.talon.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The program itself: names its commands, and gives every failure one line and exit code 2. */
@Command(
        name = "talon",
        mixinStandardHelpOptions = true,
        version = "talon 0.1.0-SNAPSHOT",
        scope = ScopeType.INHERIT,
        description = "Runs, checks and measures a queue management network on this machine.",
        subcommands = {
            UpCommand.class,
            TestCommand.class,
            ReplayCommand.class,
            ConformanceCommand.class,
            InvariantsCommand.class,
            SimulateCommand.class,
            TortureCommand.class,
            RebuildCommand.class,
            QuarantineCommand.class,
            ServersCommand.class,
            BenchCommand.class,
            HashCommand.class,
            HelpCommand.class
        },
        footer = {"", "Exit codes: 0 it holds, 1 it does not hold, 2 it could not run."})
public final class Talon implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        // Of this provider a console is there only where a person is.
        System.setProperty("jdk.console", "java.base");
        System.exit(run(args, utf8(FileDescriptor.out), utf8(FileDescriptor.err)));
    }

    static int run(String[] args, PrintWriter out, PrintWriter err) {
        int exit = new CommandLine(new Talon())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, Talon::day)
                .setParameterExceptionHandler(Failures::ofArguments)
                .setExecutionExceptionHandler(Failures::ofExecution)
                .execute(args);
        out.flush();
        err.flush();
        return exit;
    }

    /** Without a command: what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static int exitCode(boolean holds) {
        return holds ? ExitCode.OK : 1;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException noDay) {
            throw new TypeConversionException("expected a day such as 2010-08-03, found \"" + typed + "\"");
        }
    }

    /** Whatever the terminal's language is set to: names of branches and services are not all ASCII. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }
}
