package org.talon.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.demo.DemoCatalogue;
import org.talon.network.DataFolder;
import org.talon.network.Network;
import org.talon.network.NetworkPlan;
import org.talon.network.Ports;
import org.talon.network.ServerProcess;
import org.talon.network.StopOnSignal;
import org.talon.network.TalonHome;
import org.talon.report.CannotRun;
import org.talon.report.JsonFile;

/** The speed of the two paths that matter, each beside what the database alone would allow. */
public final class Bench {
    private static final int CONNECTIONS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration ISSUING = Duration.ofSeconds(5);
    private static final int TICKETS_IN_KAFKA = 10_000;

    private final int pairs;
    private final @Nullable Path json;
    private final PrintWriter out;

    public Bench(int pairs, @Nullable Path json, PrintWriter out) {
        this.pairs = pairs;
        this.json = json;
        this.out = out;
    }

    public void run() {
        JsonFile.require(json);
        PgbenchRate.requireProgram();
        List<Integer> ports = Ports.free(2);
        NetworkPlan plan =
                new NetworkPlan(ports.get(0), List.of(DemoCatalogue.branch(1, ports.get(1))), null, Map.of());
        DataFolder folder = DataFolder.hold(temporary());
        Network network = new Network(TalonHome.find(), folder, plan, this::died);
        StopOnSignal signal = StopOnSignal.with(() -> stop(network, folder));
        try {
            network.startBackend(this::say);
            BenchReport report = measure(network, plan, folder);
            out.println();
            out.println(report.text());
            out.println();
            out.println(report.sum());
            JsonFile.write(json, report);
        } finally {
            signal.close();
            stop(network, folder);
        }
    }

    private BenchReport measure(Network network, NetworkPlan plan, DataFolder folder) {
        NetworkPlan.Branch branch = plan.branches().getFirst();
        network.startBranch(0, this::say);
        Path scripts = temporary();
        try (Database database = new Database(network.jdbcUrl(Network.database(0)))) {
            IssueRate http = new IssueRate(branch.at(), CONNECTIONS);
            say("warming up the branch");
            http.over(WARM_UP);
            List<String> statements =
                    new StatementLog(folder.postgresLog()).of(http::one, "insert into ticket ", database);
            PgbenchRate.requireSameAs(statements);
            Measurement issue = issuing(network, http, database, scripts);
            network.stopServer(branch.port());
            return BenchReport.of(List.of(issue, intake(network)), statements);
        } finally {
            delete(scripts);
        }
    }

    private Measurement issuing(Network network, IssueRate http, Database database, Path scripts) {
        PgbenchRate pgbench = PgbenchRate.on(network.jdbcUrl(Network.database(0)), CONNECTIONS, database, scripts);
        say("issuing tickets, by turns over HTTP and by pgbench, " + pairs + " pairs");
        return Measurement.of(
                "tickets issued over HTTP",
                () -> http.over(ISSUING),
                "pgbench, same statements",
                () -> pgbench.over((int) ISSUING.toSeconds()),
                pairs);
    }

    private Measurement intake(Network network) {
        network.startCentre(this::say);
        try (Database centre = new Database(network.jdbcUrl(Network.CENTRE_DATABASE))) {
            IntakeRate intake = new IntakeRate(network.kafka(), centre, TICKETS_IN_KAFKA);
            CopyRate copy = new CopyRate(centre);
            say("warming up the centre");
            Deque<UUID> branches = new ArrayDeque<>(List.of(UUID.randomUUID()));
            intake.of(branches.getLast());
            copy.of(branches.getLast());
            say("taking events in, by turns by the centre and by COPY, " + pairs + " pairs");
            return Measurement.of(
                    "events from Kafka into the centre",
                    () -> {
                        branches.add(UUID.randomUUID());
                        return intake.of(branches.getLast());
                    },
                    "COPY of the same rows",
                    () -> copy.of(branches.getLast()),
                    pairs);
        }
    }

    private void died(Network network, ServerProcess server) {
        say(server.name() + " has died; its last words are in " + server.log());
    }

    private static void stop(Network network, DataFolder folder) {
        network.close();
        folder.erase();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("talon-bench-");
        } catch (IOException e) {
            throw new CannotRun("no temporary folder can be made: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new CannotRun(folder + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
