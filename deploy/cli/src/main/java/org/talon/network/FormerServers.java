package org.talon.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.talon.report.CannotRun;

/** Servers that a killed run has left behind: they are ended, where a process of the noted number still is one of this folder. */
final class FormerServers {
    private FormerServers() {}

    static Path file(Path folder) {
        return folder.resolve("servers.pid");
    }

    static void note(Path file, long pid) {
        try {
            Files.writeString(file, pid + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new CannotRun(file + " cannot be written: " + e, e);
        }
    }

    static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CannotRun(file + " cannot be deleted: " + e, e);
        }
    }

    static void stop(Path folder) throws IOException {
        Path file = file(folder);
        List<String> pids = Files.exists(file) ? Files.readAllLines(file) : List.of();
        pids.stream()
                .filter(pid -> pid.matches("\\d{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .filter(process -> worksIn(folder, process))
                .forEach(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
        Files.deleteIfExists(file);
    }

    private static boolean worksIn(Path folder, ProcessHandle process) {
        String own = folder.resolve("keys").toString();
        return process.info()
                .arguments()
                .map(arguments -> Arrays.stream(arguments).anyMatch(argument -> argument.contains(own)))
                .orElse(false);
    }
}
