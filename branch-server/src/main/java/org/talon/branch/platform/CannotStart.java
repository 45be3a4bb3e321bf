package org.talon.branch.platform;

import io.quarkus.runtime.configuration.ConfigurationException;

/** Why the server must not start. Quarkus tells it in one line and ends the process with 1. */
public final class CannotStart {

    private CannotStart() {}

    public static ConfigurationException because(String reason) {
        return new ConfigurationException("The branch does not start: " + reason);
    }
}
