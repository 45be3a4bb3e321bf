package org.talon.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talon.cli.Command;

/** Real servers, a real PostgreSQL, a real Kafka; a few dozen visitors in two branches. */
class ReplayEndToEndTest {

    @TempDir
    Path folder;

    @Test
    void what_goes_through_the_branches_comes_out_of_the_centre_to_the_second() throws IOException {
        // Given
        Path json = folder.resolve("report.json");
        // When
        Command replay = Command.run("replay", trace().toString(), "--branches", "2", "--json", json.toString());
        // Then
        assertThat(replay.exit()).as(replay.toString()).isZero();
        assertThat(replay.lastLine()).startsWith("replay holds: 62 tickets of 3 days over 2 branches, difference 0");
        JsonNode report = new ObjectMapper().readTree(Files.readAllBytes(json));
        assertThat(report.path("Holds").asBoolean()).isTrue();
        assertThat(report.path("Rows")).anySatisfy(row -> {
            assertThat(row.path("Date").asText()).isEqualTo("2026-01-18");
            assertThat(row.path("Trace").path("SERVED").asInt()).isEqualTo(1);
        });
    }

    @Test
    void a_service_that_was_never_completed_is_found_and_named() {
        // When
        Command replay = Command.run(
                "replay", trace().toString(), "--day", "2026-01-16", "--leave-out-complete", "2026-01-16:3");
        // Then
        assertThat(replay.exit()).as(replay.toString()).isEqualTo(1);
        assertThat(replay.lastLine()).contains("does NOT hold").contains("2026-01-16 PS (served -1, service sum -40)");
    }

    @Test
    void a_branch_that_is_killed_in_the_middle_changes_nothing() {
        // When
        Command replay = Command.run("replay", trace().toString(), "--kill-branch-after", "77");
        // Then
        assertThat(replay.exit()).as(replay.toString()).isZero();
        assertThat(replay.out()).contains("branch 1 (process").contains("starting it again");
    }

    /** Twenty visitors a day, and on the last one two who keep the operators beyond midnight; one is served within a second. */
    private Path trace() {
        List<String> rows = new ArrayList<>();
        for (int day = 15; day <= 17; day++) {
            String date = "2026-01-" + day;
            for (int n = 1; n <= 20; n++) {
                rows.add(visitor(date, n));
            }
        }
        rows.add("2026-01-17,21,PS,0,86380,86390,86420,served,ANNA");
        rows.add("2026-01-17,22,PS,0,86385,,86410,left,");
        return TraceFile.plain(folder, rows.toArray(String[]::new));
    }

    private static String visitor(String date, int n) {
        int issued = 36_000 + 30 * n;
        String service = n % 3 == 0 ? "PS" : "NW";
        int priority = n % 5 == 0 ? 2 : 0;
        if (n % 7 == 0) {
            return "%s,%d,%s,%d,%d,,%d,left,".formatted(date, n, service, priority, issued, issued + n);
        }
        int length = n == 10 ? 0 : 40;
        int started = issued + n;
        return "%s,%d,%s,%d,%d,%d,%d,served,%s"
                .formatted(
                        date, n, service, priority, issued, started, started + length, n % 2 == 0 ? "ANNA" : "BEN/2");
    }
}
