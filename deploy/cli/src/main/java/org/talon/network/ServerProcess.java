package org.talon.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.talon.report.CannotRun;

/** One server as a process of this machine. Who owns it is told when it ends without having been asked to. */
public final class ServerProcess {
    private static final Duration START_LIMIT = Duration.ofMinutes(6);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(8);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int OK = 200;
    private static final int NONE = 0;

    private final ServerSettings settings;
    private final Consumer<ServerProcess> whenItDies;
    private final Process process;
    private volatile boolean asked;

    private ServerProcess(ServerSettings settings, Consumer<ServerProcess> whenItDies, Process process) {
        this.settings = settings;
        this.whenItDies = whenItDies;
        this.process = process;
    }

    static ServerProcess start(ServerSettings settings, Consumer<ServerProcess> whenItDies) {
        try {
            Process process = new ProcessBuilder(settings.command())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(settings.logFile()))
                    .start();
            ServerProcess server = new ServerProcess(settings, whenItDies, process);
            Thread.ofVirtual().name("watch " + settings.name()).start(server::watch);
            return server;
        } catch (IOException e) {
            throw new CannotRun(settings.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    ServerSettings settings() {
        return settings;
    }

    public String name() {
        return settings.name();
    }

    public Path log() {
        return settings.log();
    }

    public long pid() {
        return process.pid();
    }

    public int exitValue() {
        return process.exitValue();
    }

    URI at() {
        return URI.create("http://127.0.0.1:" + settings.port());
    }

    /** Waits until it serves; a {@link CannotRun} with its log's last complaint where it ends or takes too long. */
    void awaitReady() {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new CannotRun(name() + " does not start: " + lastComplaint() + " (log: " + log() + ")");
            }
            if (System.nanoTime() > limit) {
                throw new CannotRun(
                        name() + " is not ready after " + START_LIMIT.toMinutes() + " min (log: " + log() + ")");
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    /** Asks it to end, and does not wait. */
    void ask() {
        asked = true;
        process.destroy();
    }

    /** Waits for its end, and makes an end where it takes too long. */
    void awaitEnd() {
        try {
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
    }

    private void watch() {
        process.onExit().join();
        if (!asked) {
            whenItDies.accept(this);
        }
    }

    /** Whether it says so itself; also where it cannot be asked, because it is starting. */
    public boolean isLive() {
        int status = status("/q/health/live");
        return status == OK || status == NONE;
    }

    private boolean isReady() {
        return status("/q/health/ready") == OK;
    }

    private int status(String path) {
        try {
            var connection = (HttpURLConnection) at().resolve(path).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode();
        } catch (IOException notYet) {
            return NONE;
        }
    }

    private String lastComplaint() {
        try (var lines = Files.lines(log())) {
            return lines.filter(line -> line.matches("(?s).*(ERROR|FATAL|Error:|Exception:|Caused by).*"))
                    .reduce((first, last) -> last)
                    .map(String::strip)
                    .orElse("it ended with " + process.exitValue() + " and said nothing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
