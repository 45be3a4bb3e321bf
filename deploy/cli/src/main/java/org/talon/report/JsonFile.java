package org.talon.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.talon.shared.wire.WireFormat;

/** The same that a command prints, as JSON, where a file was asked for. */
public final class JsonFile {
    private static final ObjectMapper JSON =
            WireFormat.apply(new ObjectMapper()).enable(SerializationFeature.INDENT_OUTPUT);

    private JsonFile() {}

    /** Before anything is started: a file that cannot be written is known at once. */
    public static void require(@Nullable Path file) {
        if (file != null && !Files.isWritable(folder(file))) {
            throw new CannotRun("--json " + file + ": its folder is not there or cannot be written to");
        }
        if (file != null && Files.isDirectory(file)) {
            throw new CannotRun("--json " + file + " is a folder; expected the name of a file");
        }
    }

    public static void write(@Nullable Path file, Object report) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, JSON.writeValueAsString(report) + "\n");
        } catch (IOException e) {
            throw new CannotRun("--json " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file : folder;
    }
}
