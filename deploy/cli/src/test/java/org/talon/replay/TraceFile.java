package org.talon.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Small traces of our own. */
public final class TraceFile {
    public static final String HEADER = "day,ticket,service,priority,issued,started,finished,outcome,operator";

    private TraceFile() {}

    public static Path plain(Path folder, String... rows) {
        return bytes(folder, "trace.csv", text(rows).getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] gzip(String... rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text(rows).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Path bytes(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Trace of(Path folder, List<String> rows) {
        return TraceReader.read(plain(folder, rows.toArray(String[]::new)));
    }

    private static String text(String... rows) {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }
}
