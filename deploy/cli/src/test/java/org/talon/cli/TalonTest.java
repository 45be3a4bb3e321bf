package org.talon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.replay.TraceFile;
import org.talon.shared.identity.PasswordHash;

class TalonTest {

    @TempDir
    Path folder;

    @Test
    void help_lists_every_command_on_a_line() {
        Command help = Command.run("help");
        assertThat(help.exit()).isZero();
        assertThat(help.out().lines().map(line -> line.strip().replaceAll(" .*", "")))
                .contains("up", "test", "replay", "servers", "bench", "hash", "help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "test",
                "replay",
                "simulate",
                "torture",
                "conformance",
                "invariants",
                "rebuild",
                "quarantine",
                "servers",
                "bench",
                "hash"
            })
    void every_command_explains_itself(String name) {
        Command help = Command.run(name, "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).startsWith("Usage: talon " + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up --nonsense",
                "nonsense",
                "replay",
                "replay trace.csv --day yesterday",
                "replay trace.csv --branches 0",
                "up --branches 0",
                "up --branches three",
                "bench --pairs 0",
                "torture --minutes 0",
                "torture --plant NOTHING",
                "torture --plant NEVER_ASKS --every-flaw",
                "simulate --seeds 0",
                "servers paint",
                "servers block",
                "servers list 0f8fad5b-d9cb-469f-a165-70867728950e",
                "servers remove 0f8fad5b-d9cb-469f-a165-70867728950e",
                "servers list --reason x",
                "servers --centre http://127.0.0.1:1",
                "conformance nowhere",
                "replay nowhere.csv",
                "test"
            })
    void what_cannot_run_says_so_in_one_line_and_exits_with_2(String line) {
        Command command = Command.run(line.split(" "));
        assertThat(command.exit()).isEqualTo(2);
        assertThat(command.err().lines()).singleElement().asString().startsWith("talon: ");
        assertThat(command.out()).isEmpty();
    }

    @Test
    void a_bad_trace_is_refused_before_anything_is_started() {
        Path trace = TraceFile.plain(folder, "2026-01-15,2,PS,0,1,,2,left,");
        Command replay = Command.run("replay", trace.toString());
        assertThat(replay.exit()).isEqualTo(2);
        assertThat(replay.err()).contains("line 2: expected ticket 1 of 2026-01-15, found 2");
        assertThat(replay.out()).isEmpty();
    }

    @Test
    void a_report_that_could_not_be_written_is_known_at_once() {
        Path trace = TraceFile.plain(folder, "2026-01-15,1,PS,0,1,,2,left,");
        Command replay = Command.run("replay", trace.toString(), "--json", folder + "/none/report.json");
        assertThat(replay.exit()).isEqualTo(2);
        assertThat(replay.err()).contains("--json");
    }

    @Test
    void a_port_in_use_is_named_with_what_wanted_it() throws IOException {
        // Given
        String home = System.getProperty("talon.home");
        System.setProperty("talon.home", folder.toString());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            // When
            Command up = Command.run("up", "--centre-port", String.valueOf(port));
            // Then
            assertThat(up.exit()).isEqualTo(2);
            assertThat(up.err())
                    .isEqualTo("talon: port " + port + ", wanted for the centre, is in use by another program"
                            + System.lineSeparator());
        } finally {
            System.setProperty("talon.home", home);
        }
    }

    @Test
    void a_password_is_hashed_from_standard_input() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("secret\n".getBytes(StandardCharsets.UTF_8)));
        try {
            Command hash = Command.run("hash");
            assertThat(hash.exit()).isZero();
            assertThat(PasswordHash.verify("secret", hash.lastLine())).isTrue();
        } finally {
            System.setIn(before);
        }
    }
}
