package org.talon.network;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that one server is started with, the same at every start.
 *
 * @param name for people: "branch 1"
 */
record ServerSettings(String name, Path program, int port, Map<String, String> properties, Path log) {

    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        // Several servers share one machine: each takes the memory it needs and gives it back.
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-jar", program.toString()));
        return command;
    }

    File logFile() {
        return log.toFile();
    }
}
