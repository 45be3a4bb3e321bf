package org.talon.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server on a directory of this machine: what was committed is there after the next start, also after the process
 * that started it was killed. It listens on the loopback address only and trusts whoever reaches it there.
 */
public final class LocalPostgres implements AutoCloseable {
    public static final String USERNAME = "postgres";
    public static final String PASSWORD = "postgres";

    private final HeldDirectory directory;
    private final EmbeddedPostgres server;

    private LocalPostgres(HeldDirectory directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.server = server;
    }

    /**
     * Starts the server, on the given port or on any free one for 0. The caller closes it; there is no shutdown hook, so that
     * whoever uses the server can be stopped first.
     */
    public static LocalPostgres start(Path directory, int port) {
        QuietLogging.on();
        HeldDirectory held = HeldDirectory.hold(directory);
        try {
            return new LocalPostgres(held, new PostgresCluster(held).start(port));
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /** Deletes a directory of a former run with all its data; a server that a killed run left there is stopped first. */
    public static void erase(Path directory) {
        HeldDirectory held = HeldDirectory.hold(directory);
        new PostgresCluster(held).stopFormer();
        held.erase();
    }

    public int port() {
        return server.getPort();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    public DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        source.setUser(USERNAME);
        source.setPassword(PASSWORD);
        return source;
    }

    /** Creates an empty database where there is none of this name; one that exists stays as it is. */
    public void createDatabase(String name) {
        try (Connection connection = dataSource("postgres").getConnection()) {
            if (!exists(connection, name)) {
                create(connection, name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " cannot be created: " + e.getMessage(), e);
        }
    }

    /** Ends at once, as after a power cut: what was committed is there after the next start. */
    public void crash() {
        new PostgresCluster(directory).crash();
        // It still holds files of its own.
        QuietLogging.whereTheStarterComplains(this::close);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            directory.close();
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void create(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create database " + statement.enquoteIdentifier(name, true));
        }
    }
}
