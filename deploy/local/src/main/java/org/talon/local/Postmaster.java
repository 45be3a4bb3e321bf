package org.talon.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The main process of a cluster, as the cluster's own file names it: known for certain, or taken not to run. */
final class Postmaster {
    private static final int STOP_SECONDS = 30;

    private final Path cluster;
    private final Path pidFile;

    Postmaster(Path cluster) {
        this.cluster = cluster;
        this.pidFile = cluster.resolve("postmaster.pid");
    }

    /**
     * What a run that was killed has left behind: a server that still runs on this very cluster disconnects its clients, writes a
     * checkpoint and ends; else only the file is removed, because its process number may by now be somebody else's.
     */
    void stopFormer() {
        end("INT");
    }

    /** As {@code pg_ctl stop -m immediate} does it: the next start recovers. */
    void crash() {
        end("QUIT");
    }

    /** Java itself can send neither of these signals. */
    private void end(String signal) {
        try {
            Optional<ProcessHandle> running = pid().flatMap(ProcessHandle::of).filter(this::worksOnThisCluster);
            if (running.isPresent()) {
                end(running.get(), signal);
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new LocalStartException("PostgreSQL on " + cluster + " cannot be stopped: " + e, e);
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

    private void end(ProcessHandle process, String signal) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).start();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalStartException(
                    "PostgreSQL (process " + process.pid() + ") on " + cluster + " does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStartException("Interrupted while PostgreSQL on " + cluster + " was stopping", e);
        }
    }
}
