package org.talon.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.talon.local.LocalPostgres;
import org.talon.network.Link;
import org.talon.network.Ports;
import org.talon.report.CannotRun;

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

    /** Its files are copied while it is down. */
    synchronized void copyAside() {
        crash();
        if (Files.exists(copy())) {
            TortureFolder.erase(copy());
        }
        copy(files(), copy());
        startAgain();
    }

    /** It was down then, and knows nothing of what came afterwards. */
    synchronized void goBackToCopy() {
        crash();
        TortureFolder.erase(files());
        copy(copy(), files());
        startAgain();
    }

    private Path files() {
        return directory.resolve("cluster");
    }

    private Path copy() {
        return directory.resolve("copy");
    }

    /** With all that the file system says of them: PostgreSQL wants its files to be its own. */
    private static void copy(Path from, Path to) {
        try {
            Process copying = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (copying.onExit().join().exitValue() != 0) {
                throw new CannotRun(from + " cannot be copied to " + to);
            }
        } catch (IOException e) {
            throw new CannotRun(from + " cannot be copied: " + e.getMessage(), e);
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
