package org.talon.network;

import java.nio.file.Files;
import java.nio.file.Path;
import org.talon.report.CannotRun;

/** The folder of this project, and in it the programs that were built. */
public record TalonHome(Path root) {

    /** As the script {@code talon} names it. */
    public static TalonHome find() {
        String home = System.getProperty("talon.home", "");
        if (home.isEmpty()) {
            throw new CannotRun("talon.home is not set; start this program by the script ./talon");
        }
        return new TalonHome(Path.of(home).toAbsolutePath().normalize());
    }

    public Path data() {
        return root.resolve(".talon");
    }

    Path program(String module) {
        Path jar = root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new CannotRun(module + " is not built: " + jar + " is not there; build it, or start ./talon");
        }
        return jar;
    }
}
