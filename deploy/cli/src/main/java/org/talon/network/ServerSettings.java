package org.talon.network;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that one server is started with, the same at every start.
 *
 * @param name for people: "branch 1"
 * @param crowded whether there are more servers than cores
 * @param agent for its virtual machine; null for none
 */
record ServerSettings(
        String name,
        Path program,
        int port,
        Map<String, String> properties,
        Path log,
        boolean crowded,
        @Nullable String agent) {

    /** From this Java on a virtual thread that waits within a monitor leaves its carrier to the others. */
    private static final int UNPINNED = 24;

    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (agent != null) {
            command.add("-javaagent:" + agent);
        }
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        // Several servers share one machine: each takes the memory it needs and gives it back.
        // Their classes take more than Java expects, and each time it notices that it collects all of the heap.
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:MetaspaceSize=160m"));
        if (crowded) {
            // Each JVM compiles for itself: the thorough compiler would take half of a small machine for minutes.
            // And each answer of the database would wake a poller first, and a second thread then.
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Djdk.pollerMode=1"));
            if (Runtime.version().feature() >= UNPINNED) {
                command.add("-Djdk.virtualThreadScheduler.parallelism=1");
            }
        }
        command.addAll(List.of("-jar", program.toString()));
        return command;
    }

    File logFile() {
        return log.toFile();
    }
}
