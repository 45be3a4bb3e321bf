package org.talon.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @TempDir
    Path directory;

    @Test
    void a_second_start_continues_with_the_data_of_the_first() throws SQLException {
        // Given
        try (LocalPostgres first = LocalPostgres.start(directory, 0)) {
            first.createDatabase("branch");
            execute(first, "create table ticket as select 'A012' as number");
        }
        // When
        try (LocalPostgres second = LocalPostgres.start(directory, 0)) {
            second.createDatabase("branch");
            // Then
            assertThat(query(second, "select number from ticket")).isEqualTo("A012");
        }
    }

    @Test
    void what_was_committed_before_a_crash_is_there_after_the_next_start() throws Exception {
        // Given
        LocalPostgres first = LocalPostgres.start(directory, 0);
        ProcessHandle postmaster =
                ProcessHandle.of(postmasterNamedIn(directory)).orElseThrow();
        first.createDatabase("branch");
        execute(first, "create table ticket as select 'A012' as number");
        // When
        first.crash();
        // Then
        assertThat(postmaster.isAlive()).isFalse();
        try (LocalPostgres second = LocalPostgres.start(directory, first.port())) {
            assertThat(query(second, "select number from ticket")).isEqualTo("A012");
        }
    }

    @Test
    void a_commit_is_on_the_disk_before_it_returns() throws SQLException {
        // When
        try (LocalPostgres postgres = LocalPostgres.start(directory, 0)) {
            postgres.createDatabase("branch");
            // Then
            assertThat(query(postgres, "show fsync")).isEqualTo("on");
            assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(postgres, "show max_connections")).isEqualTo("300");
        }
    }

    @Test
    void what_a_killed_run_left_running_is_stopped_and_its_data_taken_over() throws Exception {
        // Given
        Process killed = runThatSaysSo();
        ProcessHandle orphan = ProcessHandle.of(postmasterNamedIn(directory)).orElseThrow();
        killed.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).isTrue();
        // When
        try (LocalPostgres next = LocalPostgres.start(directory, 0)) {
            // Then
            assertThat(orphan.isAlive()).isFalse();
            try (Connection connection = next.dataSource("kept").getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void a_process_number_that_is_somebody_elses_by_now_is_left_alone() throws Exception {
        // Given
        LocalPostgres.start(directory, 0).close();
        Process somebody = new ProcessBuilder("sleep", "60").start();
        Files.writeString(directory.resolve("cluster/postmaster.pid"), somebody.pid() + "\n");
        // When
        LocalPostgres.start(directory, 0).close();
        // Then
        assertThat(somebody.isAlive()).isTrue();
        somebody.destroy();
    }

    @Test
    void a_creation_that_was_cut_off_is_begun_anew() throws IOException {
        // Given
        Files.createDirectories(directory.resolve("cluster"));
        Files.writeString(directory.resolve("cluster/postgresql.conf"), "cut off");
        // When
        try (LocalPostgres postgres = LocalPostgres.start(directory, 0)) {
            // Then
            assertThat(postgres.port()).isPositive();
        }
    }

    @Test
    void a_port_in_use_is_said_in_one_line() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalPostgres.start(directory, other.getLocalPort()))
                    .isInstanceOf(LocalStartException.class)
                    .hasMessage("Port " + other.getLocalPort() + ", wanted for PostgreSQL, is in use");
        }
    }

    @Test
    void a_directory_that_cannot_be_one_is_said_in_one_line() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> LocalPostgres.start(file, 0))
                .isInstanceOf(LocalStartException.class)
                .hasMessageStartingWith("Directory " + file + " cannot be written to")
                .hasMessageNotContaining("\n");
    }

    @Test
    void two_runs_do_not_work_on_one_directory() {
        try (LocalPostgres running = LocalPostgres.start(directory, 0)) {
            assertThatThrownBy(() -> LocalPostgres.start(directory, 0))
                    .isInstanceOf(LocalStartException.class)
                    .hasMessage("Directory " + directory + " is in use by another run that is still going on");
            assertThat(running.port()).isPositive();
        }
    }

    private Process runThatSaysSo() throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Djava.util.logging.manager=" + System.getProperty("java.util.logging.manager"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresToBeKilled.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader();
        assertThat(lines.readLine()).isEqualTo("runs");
        return process;
    }

    private static long postmasterNamedIn(Path directory) throws IOException {
        return Long.parseLong(
                Files.readAllLines(directory.resolve("cluster/postmaster.pid")).getFirst());
    }

    private static void execute(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.dataSource("branch").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.dataSource("branch").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
