package org.talon.local.testing;

import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The backend as two containers; they are removed with the process, by Testcontainers itself. */
final class ContainerBackend {
    private static final String POSTGRES_IMAGE = "postgres:18-alpine";
    private static final String KAFKA_IMAGE = "apache/kafka:4.1.1";

    private ContainerBackend() {}

    static Map<String, String> start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(
                    "TALON_TEST_BACKEND=containers, but no container engine answers: start one, or leave the variable out");
        }
        return run();
    }

    @SuppressWarnings("resource")
    private static Map<String, String> run() {
        PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES_IMAGE);
        postgres.setCommand("postgres", "-c", "max_connections=300");
        postgres.start();
        KafkaContainer kafka = new KafkaContainer(KAFKA_IMAGE).withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        kafka.start();
        return Map.of(
                SharedBackend.POSTGRES,
                "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getFirstMappedPort() + "/",
                SharedBackend.USERNAME,
                postgres.getUsername(),
                SharedBackend.PASSWORD,
                postgres.getPassword(),
                SharedBackend.KAFKA,
                kafka.getBootstrapServers());
    }
}
