package org.talon.report;

import org.jspecify.annotations.Nullable;

/** A command cannot run, or cannot go on; the message is one line that says what and where. */
public final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotRun(String line) {
        super(line);
    }

    public CannotRun(String line, @Nullable Throwable cause) {
        super(line, cause);
    }
}
