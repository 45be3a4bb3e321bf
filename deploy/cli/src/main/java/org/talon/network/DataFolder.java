package org.talon.network;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.talon.local.LocalKafka;
import org.talon.local.LocalPostgres;
import org.talon.report.CannotRun;

/**
 * The folder in which one network keeps all it writes; one process alone works in it. Only what a network puts there is ever deleted,
 * and no link is followed.
 */
public final class DataFolder implements AutoCloseable {
    private static final List<String> OWN = List.of("logs", "keys", "catalogues");
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    public static DataFolder hold(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new CannotRun(path + " is not a folder of its own; move it away");
        }
        try {
            Files.createDirectories(path);
            DataFolder folderOfOurs = new DataFolder(path, locked(path));
            FormerServers.stop(path);
            return folderOfOurs;
        } catch (IOException e) {
            throw new CannotRun("folder " + path + " cannot be written to: " + e, e);
        }
    }

    public Path path() {
        return path;
    }

    /** All that PostgreSQL says. */
    public Path postgresLog() {
        return postgres().resolve("postgres.log");
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path log(String server) {
        return in("logs", server + ".log");
    }

    Path key(String server) {
        return in("keys", server + ".json");
    }

    Path catalogue(String server) {
        return in("catalogues", server + ".yaml");
    }

    Path pids() {
        return FormerServers.file(path);
    }

    /** Deletes what networks of former runs have left here. */
    public void empty() {
        if (Files.isDirectory(postgres(), LinkOption.NOFOLLOW_LINKS)) {
            LocalPostgres.erase(postgres());
        }
        if (Files.isDirectory(kafka(), LinkOption.NOFOLLOW_LINKS)) {
            LocalKafka.erase(kafka());
        }
        OWN.forEach(name -> delete(path.resolve(name)));
        delete(pids());
    }

    /** Deletes all of it, and it. */
    public void erase() {
        empty();
        delete(path.resolve(LOCK));
        close();
        try {
            Files.deleteIfExists(path);
        } catch (IOException notEmpty) {
            throw new CannotRun(
                    "folder " + path + " holds something that is not ours, and stays: " + notEmpty, notEmpty);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new CannotRun("folder " + path + " cannot be let go: " + e, e);
        }
    }

    private Path in(String folder, String name) {
        try {
            return Files.createDirectories(path.resolve(folder)).resolve(name);
        } catch (IOException e) {
            throw new CannotRun("folder " + path + " cannot be written to: " + e, e);
        }
    }

    private static FileChannel locked(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // said below
        }
        channel.close();
        throw new CannotRun("another network is running in " + path + "; stop it first");
    }

    private static void delete(Path root) {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new CannotRun(root + " cannot be deleted: " + e, e);
        }
    }
}
