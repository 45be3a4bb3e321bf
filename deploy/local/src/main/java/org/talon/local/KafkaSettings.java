package org.talon.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/** What one broker that is its own controller needs to be told, on one machine and for as long as its directory exists. */
final class KafkaSettings {
    static final int NODE = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String TEXT = """
            node.id=1
            process.roles=broker,controller
            listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
            advertised.listeners=PLAINTEXT://127.0.0.1:${advertisedPort}
            controller.listener.names=CONTROLLER
            inter.broker.listener.name=PLAINTEXT
            listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
            controller.quorum.voters=1@127.0.0.1:${controllerPort}

            auto.create.topics.enable=true
            num.partitions=1
            default.replication.factor=1

            # Nothing is dropped by age: records may carry a simulated time, and a folder may lie for months.
            log.retention.ms=-1
            log.message.timestamp.after.max.ms=9223372036854775807

            offsets.topic.num.partitions=1
            offsets.topic.replication.factor=1
            transaction.state.log.num.partitions=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0

            num.network.threads=2
            num.io.threads=4
            background.threads=2
            # 128 MB of heap by default, for compacting thousands of partitions.
            log.cleaner.dedupe.buffer.size=4194304
            """;

    private KafkaSettings() {}

    static Properties of(Path logs, int port, int advertisedPort, int controllerPort) {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(TEXT.replace("${port}", String.valueOf(port))
                    .replace("${advertisedPort}", String.valueOf(advertisedPort))
                    .replace("${controllerPort}", String.valueOf(controllerPort))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.setProperty("log.dirs", logs.toString());
        return settings;
    }
}
