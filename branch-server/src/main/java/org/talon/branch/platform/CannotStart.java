package org.talon.branch.platform;

import io.quarkus.runtime.PreventFurtherStepsException;

/** Why the server must not start, in one line for whoever runs it; the process ends with 1. */
public final class CannotStart {

    private CannotStart() {}

    public static PreventFurtherStepsException because(String reason) {
        return new PreventFurtherStepsException("The branch does not start: " + reason, 1);
    }
}
