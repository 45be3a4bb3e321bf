package org.talon.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.talon.local.KafkaServer;
import org.talon.network.Link;
import org.talon.network.Pause;
import org.talon.network.Ports;
import org.talon.report.CannotRun;

/** Kafka as a process of its own, with a way to it that can break. It is killed, and started again in its place. */
final class Broker implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Path directory;
    private final int port;
    private final int door;
    private final Link link;
    private Process process;

    private Broker(Path directory, int port, int door) {
        this.directory = directory;
        this.port = port;
        this.door = door;
        this.link = Link.between(door, port);
        this.process = launch();
    }

    static Broker start(Path directory) {
        List<Integer> ports = Ports.free(2);
        Broker broker = new Broker(directory, ports.get(0), ports.get(1));
        broker.awaitReady();
        return broker;
    }

    /** By the way that can break. */
    String bootstrapServers() {
        return "127.0.0.1:" + door;
    }

    Link link() {
        return link;
    }

    synchronized void kill() {
        process.destroyForcibly().onExit().join();
    }

    synchronized void startAgain() {
        if (!process.isAlive()) {
            process = launch();
            awaitReady();
        }
    }

    private Process launch() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaServer.class.getName(),
                directory.toString(),
                String.valueOf(port),
                String.valueOf(door));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new CannotRun("Kafka cannot be started: " + e.getMessage(), e);
        }
    }

    private Path log() {
        return directory.resolveSibling("kafka.log");
    }

    private void awaitReady() {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!Ports.answers(port)) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                throw new CannotRun("Kafka does not start (log: " + log() + ")");
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    @Override
    public synchronized void close() {
        try {
            link.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }
}
