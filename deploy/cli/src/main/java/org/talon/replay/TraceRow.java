package org.talon.replay;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.talon.report.CannotRun;

/** One line of a trace, and what is wrong with it. */
record TraceRow(Path file, CsvRecord row) {
    private static final int LATEST_SECOND = 7 * Trace.SECONDS_A_DAY;

    TraceTicket ticket() {
        if (row.getFieldCount() != TraceReader.COLUMNS.size()) {
            throw wrong("expected " + TraceReader.COLUMNS.size() + " fields, found " + row.getFieldCount());
        }
        boolean served = served();
        return new TraceTicket(
                row.getStartingLineNumber(),
                day(),
                number(1, 1, Integer.MAX_VALUE),
                filled(2),
                number(3, -100, 100),
                number(4, 0, LATEST_SECOND),
                served ? number(5, 0, LATEST_SECOND) : absent(5, -1),
                number(6, 0, LATEST_SECOND),
                served ? filled(8) : absent(8, ""));
    }

    private boolean served() {
        return switch (row.getField(7)) {
            case "served" -> true;
            case "left" -> false;
            default -> throw wrong("expected outcome served or left, found " + quoted(7));
        };
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(row.getField(0));
        } catch (DateTimeException e) {
            throw wrong("expected day as yyyy-MM-dd, found " + quoted(0));
        }
    }

    private int number(int column, int lowest, int highest) {
        try {
            int value = Integer.parseInt(row.getField(column));
            if (value >= lowest && value <= highest) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong("expected " + TraceReader.COLUMNS.get(column) + " as a whole number from " + lowest + " to "
                + highest + ", found " + quoted(column));
    }

    private String filled(int column) {
        if (row.getField(column).isBlank()) {
            throw wrong("expected " + TraceReader.COLUMNS.get(column) + ", found nothing");
        }
        return row.getField(column);
    }

    private <T> T absent(int column, T nothing) {
        if (!row.getField(column).isEmpty()) {
            throw wrong("expected no " + TraceReader.COLUMNS.get(column) + " where the visitor left, found "
                    + quoted(column));
        }
        return nothing;
    }

    private String quoted(int column) {
        return "\"" + row.getField(column) + "\"";
    }

    private CannotRun wrong(String what) {
        return new CannotRun(file + ": line " + row.getStartingLineNumber() + ": " + what);
    }
}
