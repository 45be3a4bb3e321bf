package org.talon.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A real PostgreSQL and a real Kafka for tests. One of each runs in a test run, started when first asked for; every start, and every
 * {@link TestPostgres#newDatabase()}, gives an empty database of its own.
 *
 * <p>They are started inside this process, or as containers where {@code TALON_TEST_BACKEND=containers}.
 *
 * <pre>{@code
 * @QuarkusTest
 * @QuarkusTestResource(TalonTestBackend.class)
 * class TicketResourceTest { … }
 * }</pre>
 *
 * <p>Needs {@code talon-local} both as jar and as test-jar, {@code testcontainers-postgresql} and {@code testcontainers-kafka} in the
 * test scope, and {@code quarkus.devservices.enabled=false}: Quarkus looks for servers of its own before it asks this class.
 */
public final class TalonTestBackend implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        TestPostgres postgres = postgres();
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.newDatabase(),
                "quarkus.datasource.username", postgres.username(),
                "quarkus.datasource.password", postgres.password(),
                "kafka.bootstrap.servers", kafkaBootstrapServers());
    }

    /** Nothing: the servers serve the tests that follow, and end with the process. */
    @Override
    public void stop() {}

    public static TestPostgres postgres() {
        Map<String, String> running = SharedBackend.reach();
        return new TestPostgres(
                running.get(SharedBackend.POSTGRES),
                running.get(SharedBackend.USERNAME),
                running.get(SharedBackend.PASSWORD));
    }

    public static String kafkaBootstrapServers() {
        return SharedBackend.reach().get(SharedBackend.KAFKA);
    }
}
