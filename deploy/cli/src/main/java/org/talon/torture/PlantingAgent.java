package org.talon.torture;

import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.talon.planted.CannotPlant;
import org.talon.planted.Mistake;
import org.talon.report.CannotRun;

/** The agent that plants a mistake into a server as it starts; it lies beside this program. */
final class PlantingAgent {

    private PlantingAgent() {}

    static void requireFits(Mistake mistake, Path home) {
        try {
            mistake.requireFits(home);
        } catch (CannotPlant | UncheckedIOException failed) {
            throw new CannotRun(mistake + " cannot be planted: " + failed.getMessage(), failed);
        }
    }

    /** As the virtual machine takes it. */
    static String planting(Mistake mistake) {
        try {
            Path agent = Path.of(Mistake.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (!agent.toString().endsWith(".jar")) {
                throw new CannotRun(mistake + " cannot be planted: " + agent + " is no jar; package it first");
            }
            return agent + "=" + mistake.name();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
