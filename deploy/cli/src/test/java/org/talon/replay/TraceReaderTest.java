package org.talon.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talon.report.CannotRun;

class TraceReaderTest {
    private static final String FIRST = "2026-01-15,1,PS,0,100,130,200,served,ANNA";

    @TempDir
    Path folder;

    @Test
    void a_trace_is_read_plain_and_packed_alike() {
        // Given
        Path plain = TraceFile.plain(folder, FIRST, "2026-01-15,2,NW,2,150,,180,left,");
        Path packed = TraceFile.bytes(folder, "any.name", TraceFile.gzip(FIRST, "2026-01-15,2,NW,2,150,,180,left,"));
        // When
        Trace trace = TraceReader.read(plain);
        // Then
        assertThat(trace).isEqualTo(TraceReader.read(packed));
        assertThat(trace.tickets()).extracting(TraceTicket::served).containsExactly(true, false);
        assertThat(trace.tickets().getFirst().waited()).isEqualTo(30);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-15,2,PS,0,100,130,200,served,ANNA,more   | line 3: expected 9 fields, found 10
            15.01.2026,2,PS,0,100,130,200,served,BEN         | line 3: expected day as yyyy-MM-dd, found "15.01.2026"
            2026-01-15,two,PS,0,100,130,200,served,BEN       | line 3: expected ticket as a whole number
            2026-01-15,3,PS,0,100,130,200,served,BEN         | line 3: expected ticket 2 of 2026-01-15, found 3
            2026-01-16,2,PS,0,100,130,200,served,BEN         | line 3: expected ticket 1 of 2026-01-16, found 2
            2026-01-14,1,PS,0,100,130,200,served,BEN         | line 3: day 2026-01-14 comes after 2026-01-15
            2026-01-15,2,,0,100,130,200,served,BEN           | line 3: expected service, found nothing
            2026-01-15,2,PS,x,100,130,200,served,BEN         | line 3: expected priority as a whole number from -100 to 100
            2026-01-15,2,PS,0,-1,130,200,served,BEN          | line 3: expected issued as a whole number from 0
            2026-01-15,2,PS,0,99,130,200,served,BEN          | line 3: issued at 99, before the line above (100)
            2026-01-15,2,PS,0,140,130,200,served,BEN         | line 3: started at 130, before it was issued at 140
            2026-01-15,2,PS,0,100,,200,served,BEN            | line 3: expected started as a whole number
            2026-01-15,2,PS,0,100,130,120,served,BEN         | line 3: finished at 120; expected 130 or later
            2026-01-15,2,PS,0,100,,90,left,                  | line 3: finished at 90; expected 100 or later
            2026-01-15,2,PS,0,100,130,200,gone,BEN           | line 3: expected outcome served or left, found "gone"
            2026-01-15,2,PS,0,100,130,200,served,            | line 3: expected operator, found nothing
            2026-01-15,2,PS,0,100,130,200,left,              | line 3: expected no started where the visitor left
            2026-01-15,2,PS,0,100,,200,left,BEN              | line 3: expected no operator where the visitor left
            2026-01-15,2,PS,0,100,199,230,served,ANNA        | line 3: operator ANNA starts while still serving line 2
            """)
    void a_wrong_line_is_named_with_what_was_expected(String row, String complaint) {
        // Given
        Path trace = TraceFile.plain(folder, FIRST, row.strip());
        // When, then
        assertThatThrownBy(() -> TraceReader.read(trace))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(complaint)
                .hasMessageStartingWith(trace.toString());
    }

    @Test
    void an_operator_is_one_person_also_over_midnight() {
        // Given
        Path trace = TraceFile.plain(
                folder, "2026-01-15,1,PS,0,86000,86390,86500,served,ANNA", "2026-01-16,1,PS,0,10,50,60,served,ANNA");
        // When, then
        assertThatThrownBy(() -> TraceReader.read(trace)).hasMessageContaining("line 3: operator ANNA starts while");
    }

    @Test
    void an_empty_file_is_refused() {
        Path trace = TraceFile.bytes(folder, "empty.csv", new byte[0]);
        assertThatThrownBy(() -> TraceReader.read(trace)).hasMessageContaining("is empty; expected the header");
    }

    @Test
    void a_header_alone_is_no_trace() {
        Path trace = TraceFile.bytes(folder, "h.csv", (TraceFile.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> TraceReader.read(trace)).hasMessageContaining("holds no tickets");
    }

    @Test
    void another_table_is_refused_at_its_header() {
        Path trace = TraceFile.bytes(folder, "other.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> TraceReader.read(trace))
                .hasMessageContaining("line 1: expected the header day,ticket");
    }

    @Test
    void a_packed_trace_that_is_cut_off_is_refused() {
        // Given
        byte[] whole = TraceFile.gzip(FIRST);
        Path trace = TraceFile.bytes(folder, "cut.csv.gz", Arrays.copyOf(whole, whole.length - 12));
        // When, then
        assertThatThrownBy(() -> TraceReader.read(trace))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("is cut off");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        Path trace = TraceFile.bytes(folder, "picture", new byte[] {(byte) 0x89, 'P', (byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> TraceReader.read(trace))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("is not text in UTF-8");
    }

    @Test
    void a_folder_and_a_missing_file_are_refused() {
        assertThatThrownBy(() -> TraceReader.read(folder)).hasMessageContaining("is not a file");
        assertThatThrownBy(() -> TraceReader.read(folder.resolve("none")))
                .hasMessageContaining("there is no such file");
    }

    @Test
    void a_day_that_is_not_in_the_trace_is_refused() {
        Trace trace = TraceFile.of(folder, List.of(FIRST));
        assertThatThrownBy(() -> trace.only(List.of(LocalDate.parse("2026-02-01"))))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("--day 2026-02-01 is not in the trace");
    }
}
