package org.talon.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The files of one PostgreSQL server, and how a server is started on them. */
final class PostgresCluster {
    /** A server that was killed under load first replays its log. */
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path cluster;
    private final Path log;
    /** Written when the first start has succeeded: without it, the cluster is the remains of an interrupted creation. */
    private final Path complete;

    PostgresCluster(HeldDirectory directory) {
        cluster = directory.resolve("cluster");
        log = directory.resolve("postgres.log");
        complete = directory.resolve("complete");
    }

    void stopFormer() {
        new Postmaster(cluster).stopFormer();
    }

    void crash() {
        new Postmaster(cluster).crash();
    }

    EmbeddedPostgres start(int wantedPort) {
        try {
            clearUp();
            EmbeddedPostgres server = startOn(LoopbackPort.claim(wantedPort, "PostgreSQL"));
            Files.writeString(complete, "");
            return server;
        } catch (IOException | IllegalStateException e) {
            stopFormer();
            throw new LocalStartException("PostgreSQL does not start on " + cluster + ": " + reason(e), e);
        }
    }

    private void clearUp() throws IOException {
        stopFormer();
        Files.deleteIfExists(log);
        if (!Files.exists(complete) && Files.exists(cluster)) {
            HeldDirectory.deleteTree(cluster);
        }
    }

    private EmbeddedPostgres startOn(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(UserCache.directory("postgres").toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setPort(port)
                // One order of text on every machine, and it knows letters beyond ASCII.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The starter turns both off; here a commit is a commit.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "300")
                .setServerConfig("log_checkpoints", "off")
                // No socket file outside the data directory.
                .setServerConfig("unix_socket_directories", "")
                .start();
    }

    /** PostgreSQL's own last word, which is better than the starter's "process failed". */
    private String reason(Exception e) {
        return complaints().stream().reduce((first, last) -> last).orElse(String.valueOf(e.getMessage()));
    }

    private List<String> complaints() {
        if (!Files.exists(log)) {
            return List.of();
        }
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> line.matches(".*(FATAL|PANIC|error:).*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
