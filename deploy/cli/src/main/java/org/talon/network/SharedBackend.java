package org.talon.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.talon.local.LocalKafka;
import org.talon.local.LocalPostgres;

/** One PostgreSQL server with a database for each, and Kafka within this process. */
final class SharedBackend implements Backend {
    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final @Nullable Link link;
    private final int door;

    private SharedBackend(LocalPostgres postgres, LocalKafka kafka, @Nullable Link link, int door) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.link = link;
        this.door = door;
    }

    /** @param linked whether Kafka is reached by a {@link Link} */
    static SharedBackend start(DataFolder folder, boolean linked, Consumer<String> says) {
        says.accept("starting PostgreSQL");
        LocalPostgres postgres = LocalPostgres.start(folder.postgres(), 0);
        try {
            says.accept("starting Kafka");
            int door = linked ? Ports.free(1).getFirst() : 0;
            LocalKafka kafka = LocalKafka.start(folder.kafka(), 0, door);
            return linked
                    ? new SharedBackend(postgres, kafka, Link.between(door, kafka.port()), door)
                    : new SharedBackend(postgres, kafka, null, kafka.port());
        } catch (RuntimeException failed) {
            postgres.close();
            throw failed;
        }
    }

    void createDatabase(String name) {
        postgres.createDatabase(name);
    }

    Link link() {
        Link way = link;
        if (way == null) {
            throw new IllegalStateException("the network was not planned with a link");
        }
        return way;
    }

    @Override
    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    @Override
    public String kafka() {
        return "127.0.0.1:" + door;
    }

    @Override
    public void close() {
        try {
            if (link != null) {
                link.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            kafka.close();
            postgres.close();
        }
    }
}
