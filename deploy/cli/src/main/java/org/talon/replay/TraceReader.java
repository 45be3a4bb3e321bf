package org.talon.replay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.talon.report.CannotRun;

/** Reads a whole trace, plain or gzip, and refuses it with one line that says where it is wrong and what was expected. */
final class TraceReader {
    static final List<String> COLUMNS =
            List.of("day", "ticket", "service", "priority", "issued", "started", "finished", "outcome", "operator");
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Path file;

    private TraceReader(Path file) {
        this.file = file;
    }

    static Trace read(Path file) {
        return new TraceReader(file).read();
    }

    private Trace read() {
        if (!Files.isRegularFile(file)) {
            throw new CannotRun(file + ": " + (Files.exists(file) ? "is not a file" : "there is no such file"));
        }
        try (InputStream bytes = unpacked(new BufferedInputStream(Files.newInputStream(file)))) {
            return rows(bytes);
        } catch (IOException e) {
            throw refused(e);
        } catch (UncheckedIOException e) {
            throw refused(e.getCause() == null ? new IOException(e) : e.getCause());
        } catch (CsvParseException e) {
            throw e.getCause() instanceof IOException broken
                    ? refused(broken)
                    : new CannotRun(file + ": is not CSV: " + e.getMessage(), e);
        }
    }

    private CannotRun refused(IOException e) {
        return switch (e) {
            case EOFException cut -> new CannotRun(file + ": is cut off: its gzip data ends in the middle", cut);
            case ZipException broken ->
                new CannotRun(file + ": its gzip data is damaged: " + broken.getMessage(), broken);
            case CharacterCodingException wrong ->
                new CannotRun(file + ": is not text in UTF-8; expected a CSV file, plain or gzip", wrong);
            default -> new CannotRun(file + ": cannot be read: " + e.getMessage(), e);
        };
    }

    private Trace rows(InputStream bytes) {
        var utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        List<TraceTicket> tickets = new ArrayList<>();
        TraceRules rules = new TraceRules(file);
        Iterator<CsvRecord> rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(bytes, utf8))
                .iterator();
        requireHeader(rows);
        while (rows.hasNext()) {
            TraceTicket ticket = new TraceRow(file, rows.next()).ticket();
            rules.check(ticket);
            tickets.add(ticket);
        }
        if (tickets.isEmpty()) {
            throw new CannotRun(file + ": holds no tickets, only a header");
        }
        rules.checkOperators();
        return new Trace(tickets);
    }

    private void requireHeader(Iterator<CsvRecord> rows) {
        if (!rows.hasNext()) {
            throw new CannotRun(file + ": is empty; expected the header " + String.join(",", COLUMNS));
        }
        if (!rows.next().getFields().equals(COLUMNS)) {
            throw new CannotRun(file + ": line 1: expected the header " + String.join(",", COLUMNS));
        }
    }

    /** By its first two bytes, not by its name. */
    private static InputStream unpacked(BufferedInputStream bytes) throws IOException {
        bytes.mark(2);
        boolean gzip = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
        bytes.reset();
        return gzip ? new GZIPInputStream(bytes) : bytes;
    }
}
