package org.talon.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.talon.report.CannotRun;
import org.talon.shared.identity.PasswordHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code talon hash}. */
@Command(name = "hash", description = "Reads a password and prints its hash, for the catalogue of a branch.")
final class HashCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String password = password();
        if (password == null || password.isEmpty()) {
            throw new CannotRun("no password was given; type one, or send one line on standard input");
        }
        spec.commandLine().getOut().println(PasswordHash.of(password, new SecureRandom()));
        return 0;
    }

    @SuppressWarnings("SystemConsoleNull") // Talon chooses the console that is null without a person
    private static @Nullable String password() throws IOException {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("Password: ");
            return typed == null ? null : new String(typed);
        }
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }
}
