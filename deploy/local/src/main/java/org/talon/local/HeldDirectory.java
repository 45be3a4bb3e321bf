package org.talon.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A data directory that one process alone works on; the operating system lets go of it when that process ends, however it ends. */
final class HeldDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel lockFile;

    private HeldDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    static HeldDirectory hold(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            return lock(path);
        } catch (IOException e) {
            throw new LocalStartException("Directory " + path + " cannot be written to: " + reason(e), e);
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all there is in it, and it. */
    void erase() {
        try {
            close();
            deleteTree(path);
        } catch (IOException e) {
            throw new LocalStartException("Directory " + path + " cannot be emptied: " + reason(e), e);
        }
    }

    static void deleteTree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static HeldDirectory lock(Path path) throws IOException {
        FileChannel lockFile =
                FileChannel.open(path.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(lockFile)) {
            lockFile.close();
            throw new LocalStartException("Directory " + path + " is in use by another run that is still going on");
        }
        return new HeldDirectory(path, lockFile);
    }

    private static boolean locked(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String reason(IOException e) {
        @Nullable String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : " " + message);
    }
}
