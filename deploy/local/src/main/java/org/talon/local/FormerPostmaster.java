package org.talon.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a run that was killed has left behind: its postmaster, if that still runs on this very cluster, is stopped; else only the
 * file that names it is removed, because its process number may by now be somebody else's.
 */
final class FormerPostmaster {
    private static final int STOP_SECONDS = 30;

    private final Path cluster;
    private final Path pidFile;

    FormerPostmaster(Path cluster) {
        this.cluster = cluster;
        this.pidFile = cluster.resolve("postmaster.pid");
    }

    void stop() {
        try {
            Optional<ProcessHandle> running = pid().flatMap(ProcessHandle::of).filter(this::worksOnThisCluster);
            if (running.isPresent()) {
                interrupt(running.get());
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new LocalStartException("What a former run left in " + cluster + " cannot be removed: " + e, e);
        }
    }

    private Optional<Long> pid() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.stream()
                .findFirst()
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    private boolean worksOnThisCluster(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(cluster.toString()))
                .orElse(false);
    }

    /** SIGINT: PostgreSQL disconnects its clients, writes a checkpoint and ends. Java itself cannot send it. */
    private void interrupt(ProcessHandle process) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalStartException(
                    "PostgreSQL of a former run (process " + process.pid() + ") on " + cluster + " does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStartException("Interrupted while PostgreSQL of a former run was stopping", e);
        }
    }
}
