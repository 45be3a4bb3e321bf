package org.talon.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.talon.local.LocalPostgres;
import org.talon.network.Link;
import org.talon.network.Ports;

/** A PostgreSQL cluster of its own for one database, with a way to it that can break. It crashes, and is started again in its place. */
final class Cluster implements AutoCloseable {
    private final String database;
    private final Path directory;
    private final int port;
    private final int door;
    private final Link link;
    private @Nullable LocalPostgres server;

    private Cluster(String database, Path directory, LocalPostgres server, int door) {
        this.database = database;
        this.directory = directory;
        this.server = server;
        this.port = server.port();
        this.door = door;
        this.link = Link.between(door, port);
    }

    static Cluster start(String database, Path directory) {
        LocalPostgres server = LocalPostgres.start(directory, 0);
        server.createDatabase(database);
        return new Cluster(database, directory, server, Ports.free(1).getFirst());
    }

    String database() {
        return database;
    }

    /** By the way that can break. */
    String jdbcUrl() {
        return jdbcUrl(door);
    }

    Link link() {
        return link;
    }

    /** Past the way that can break. */
    Connection open() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(port), LocalPostgres.USERNAME, LocalPostgres.PASSWORD);
    }

    private String jdbcUrl(int at) {
        return "jdbc:postgresql://127.0.0.1:" + at + "/" + database;
    }

    synchronized void crash() {
        if (server != null) {
            server.crash();
            server = null;
        }
    }

    synchronized void startAgain() {
        if (server == null) {
            server = LocalPostgres.start(directory, port);
        }
    }

    /** Whether it takes connections: a server that lost its disk may have ended by itself. */
    boolean answers() {
        try (Connection connection = open()) {
            return connection.isValid(1);
        } catch (SQLException gone) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        try {
            link.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (server != null) {
                server.close();
                server = null;
            }
        }
    }
}
