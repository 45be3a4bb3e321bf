package org.talon.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.talon.report.CannotRun;

/** The folder that a torture made for itself. */
final class TortureFolder {

    private TortureFolder() {}

    static void erase(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new CannotRun(root + " cannot be deleted: " + e, e);
        }
    }
}
