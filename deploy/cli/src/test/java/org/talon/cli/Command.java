package org.talon.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command as it was run, and what it said. */
public record Command(int exit, String out, String err) {

    public static Command run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Talon.run(args, new PrintWriter(out), new PrintWriter(err));
        return new Command(exit, out.toString(), err.toString());
    }

    public String lastLine() {
        return out.lines().reduce("", (first, last) -> last);
    }
}
