package org.talon.torture;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.talon.network.Backend;
import org.talon.report.CannotRun;

/** A PostgreSQL cluster for each database, the last of them on a disk that can be filled, and Kafka as a process of its own. */
final class OwnParts implements Backend {
    private final Map<String, Cluster> clusters = new LinkedHashMap<>();
    private @Nullable SmallDisk disk;
    private @Nullable Broker broker;

    /** Starts all of it; what has begun is stopped where something does not start. */
    static OwnParts start(Path folder, List<String> databases, Consumer<String> says) {
        OwnParts parts = new OwnParts();
        try {
            parts.begin(folder, databases, says);
            return parts;
        } catch (RuntimeException failed) {
            parts.close();
            throw failed;
        }
    }

    private void begin(Path folder, List<String> databases, Consumer<String> says) {
        Path small = folder.resolve("postgres-" + databases.getLast());
        disk = SmallDisk.at(small).orElse(null);
        says.accept(
                disk == null
                        ? "this user cannot mount a small disk: no disk will be full"
                        : databases.getLast() + " lies on a small disk");
        for (String database : databases) {
            says.accept("starting PostgreSQL for " + database);
            clusters.put(database, Cluster.start(database, folder.resolve("postgres-" + database)));
        }
        branches().forEach(OwnParts::keepCommitTimes);
        if (disk != null) {
            keepLogSmall(cluster(databases.getLast()));
        }
        says.accept("starting Kafka");
        broker = Broker.start(folder.resolve("kafka"));
    }

    /** Or it would fill the disk by itself. */
    private static void keepLogSmall(Cluster cluster) {
        set(cluster, "max_wal_size = '64MB'", "min_wal_size = '32MB'");
    }

    /** It has to begin anew for that. */
    private static void keepCommitTimes(Cluster cluster) {
        set(cluster, "track_commit_timestamp = on");
        cluster.crash();
        cluster.startAgain();
    }

    private static void set(Cluster cluster, String... settings) {
        try (Connection connection = cluster.open();
                Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute("alter system set " + setting);
            }
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new CannotRun("PostgreSQL takes no settings: " + e.getMessage(), e);
        }
    }

    List<Cluster> clusters() {
        return new ArrayList<>(clusters.values());
    }

    /** All but the first, which is the centre's. */
    List<Cluster> branches() {
        return clusters().subList(1, clusters.size());
    }

    Cluster cluster(String database) {
        Cluster cluster = clusters.get(database);
        if (cluster == null) {
            throw new IllegalArgumentException("there is no database " + database);
        }
        return cluster;
    }

    /** The one on which the last cluster lies. */
    Optional<SmallDisk> disk() {
        return Optional.ofNullable(disk);
    }

    Broker broker() {
        Broker running = broker;
        if (running == null) {
            throw new IllegalStateException("Kafka has not been started");
        }
        return running;
    }

    @Override
    public String jdbcUrl(String database) {
        return cluster(database).jdbcUrl();
    }

    @Override
    public String kafka() {
        return broker().bootstrapServers();
    }

    @Override
    public void close() {
        if (broker != null) {
            broker.close();
        }
        clusters.values().forEach(Cluster::close);
        if (disk != null) {
            disk.close();
        }
    }
}
