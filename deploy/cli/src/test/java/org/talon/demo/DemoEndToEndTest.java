package org.talon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.talon.cli.Talon;
import org.talon.driver.BranchClient;
import org.talon.driver.CentreClient;
import org.talon.network.Ports;

/** {@code talon up} as a process of its own, as a person has it in a terminal. */
class DemoEndToEndTest {
    private static final int STOP_SECONDS = 30;

    @TempDir
    Path home;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void it_runs_until_it_is_told_to_stop_and_goes_on_with_its_data() throws Exception {
        // Given
        for (String module : List.of("branch-server", "central-server")) {
            Path built = Path.of(System.getProperty("talon.home"), module).toRealPath();
            Files.createSymbolicLink(home.resolve(module), built);
        }
        List<Integer> ports = Ports.free(2);
        // When
        Process first = up(ports);
        awaitReady(first);
        // Then: a ticket comes into the centre's figures
        issue(ports.get(1));
        long issued = System.nanoTime();
        while (issuedAtTheCentre(ports.get(0)) < 1) {
            Thread.onSpinWait();
        }
        System.out.println("from the ticket to the centre: " + (System.nanoTime() - issued) / 1_000_000 + " ms");
        assertThat(stopped(first)).isZero();
        // When: started again
        Process second = up(ports);
        awaitReady(second);
        // Then: it knows what was
        issue(ports.get(1));
        while (issuedAtTheCentre(ports.get(0)) < 2) {
            Thread.onSpinWait();
        }
        assertThat(stopped(second)).isZero();
    }

    private final List<Process> started = new ArrayList<>();

    /** Whatever failed before: what was started ends, and its servers with it. */
    @AfterEach
    void nothing_is_left_running() throws InterruptedException {
        for (Process up : started) {
            up.destroy();
            up.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        }
    }

    private Process up(List<Integer> ports) throws IOException {
        Process up = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dtalon.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Talon.class.getName(),
                        "up",
                        "--branches=1",
                        "--no-visitors",
                        "--centre-port=" + ports.get(0),
                        "--port-base=" + (ports.get(1) - 1))
                .redirectErrorStream(true)
                .start();
        started.add(up);
        return up;
    }

    private static void awaitReady(Process up) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader lines = up.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Ctrl-C stops everything")) {
                return;
            }
        }
        throw new AssertionError("it ended: " + said);
    }

    private static int stopped(Process up) throws InterruptedException {
        up.destroy();
        assertThat(up.waitFor(STOP_SECONDS, TimeUnit.SECONDS)).isTrue();
        return up.exitValue();
    }

    private static void issue(int port) {
        BranchClient branch = new BranchClient(URI.create("http://127.0.0.1:" + port));
        branch.login("admin", "admin-demo").issue("117", 0);
    }

    private static long issuedAtTheCentre(int port) {
        CentreClient centre = new CentreClient(URI.create("http://127.0.0.1:" + port));
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Moscow"));
        var rows = centre.login("analyst", "demo").history(today.minusDays(1), today.plusDays(1), "day");
        return StreamSupport.stream(rows.spliterator(), false)
                .mapToLong(row -> row.path("Issued").asLong())
                .sum();
    }
}
