package org.talon.cli;

import java.io.PrintWriter;
import org.talon.local.LocalStartException;
import org.talon.report.CannotRun;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one line why a command could not run. */
final class Failures {
    private Failures() {}

    static int ofArguments(ParameterException e, String[] args) {
        return say(e.getCommandLine().getErr(), e.getMessage() + " (see ./talon help)");
    }

    static int ofExecution(Exception e, CommandLine command, ParseResult arguments) {
        if (!(e instanceof CannotRun) && !(e instanceof LocalStartException)) {
            e.printStackTrace(command.getErr());
        }
        return say(command.getErr(), String.valueOf(e.getMessage()));
    }

    private static int say(PrintWriter err, String line) {
        err.println("talon: " + line.strip().replaceAll("\\s*\\R\\s*", " "));
        err.flush();
        return ExitCode.USAGE;
    }
}
