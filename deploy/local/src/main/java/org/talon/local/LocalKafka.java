package org.talon.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker inside this process, on a directory of this machine: topics and records are there after the next start. It listens
 * on the loopback address only and creates a topic, of one partition, when it is first named.
 */
public final class LocalKafka implements AutoCloseable {
    private final HeldDirectory directory;
    private final KafkaRaftServer server;
    private final int port;

    private LocalKafka(HeldDirectory directory, KafkaRaftServer server, int port) {
        this.directory = directory;
        this.server = server;
        this.port = port;
    }

    /** Starts the broker, on the given port or on any free one for 0. The caller closes it; there is no shutdown hook. */
    public static LocalKafka start(Path directory, int port) {
        return start(directory, port, 0);
    }

    /** @param advertisedPort at which clients are told to find it; its own for 0 */
    public static LocalKafka start(Path directory, int port, int advertisedPort) {
        QuietLogging.on();
        HeldDirectory held = HeldDirectory.hold(directory);
        try {
            return start(held, LoopbackPort.claim(port, "Kafka"), advertisedPort);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /** Deletes a directory of a former run with all its topics. */
    public static void erase(Path directory) {
        HeldDirectory.hold(directory).erase();
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        directory.close();
    }

    private static LocalKafka start(HeldDirectory directory, int port, int advertisedPort) {
        Path logs = directory.resolve("logs");
        try {
            format(logs);
            KafkaRaftServer server = server(KafkaSettings.of(
                    logs,
                    port,
                    advertisedPort == 0 ? port : advertisedPort,
                    LoopbackPort.claim(0, "Kafka's controller")));
            server.startup();
            return new LocalKafka(directory, server, port);
        } catch (Exception e) {
            throw new LocalStartException("Kafka does not start on " + logs + ": " + e, e);
        }
    }

    private static KafkaRaftServer server(Properties settings) {
        return new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
    }

    /** Gives a new directory its identity; one that has it stays as it is. */
    private static void format(Path logs) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(KafkaSettings.NODE)
                .setClusterId("talon-local")
                .setIgnoreFormatted(true)
                .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(logs.toString())
                .addDirectory(logs.toString())
                .run();
    }
}
