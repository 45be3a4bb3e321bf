package org.talon.invariants;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.talon.driver.HallCatalogue;
import org.talon.network.DataFolder;
import org.talon.network.Network;
import org.talon.network.NetworkPlan;
import org.talon.network.Ports;
import org.talon.network.ServerProcess;
import org.talon.network.StopOnSignal;
import org.talon.network.TalonHome;
import org.talon.report.CannotRun;
import org.talon.report.Finding;
import org.talon.report.Findings;
import org.talon.report.JsonFile;

/** Two processes of one branch, many desks, kiosks and sites at once, processes that are killed; then the database is asked. */
public final class Invariants {
    private static final UUID BRANCH = UUID.nameUUIDFromBytes("invariants".getBytes(StandardCharsets.UTF_8));
    private static final Map<String, String> SETTINGS = Map.of("talon.booking.trusted-addresses", "127.0.0.0/8");

    private final InvariantsPlan plan;
    private final PrintWriter out;

    public Invariants(InvariantsPlan plan, PrintWriter out) {
        this.plan = plan;
        this.out = out;
    }

    /** @return whether everything holds */
    public boolean run() {
        JsonFile.require(plan.json());
        say("seed " + plan.seed() + ", " + plan.operators() + " operators, " + plan.invites() + " invites, "
                + plan.kills() + " kills");
        List<Integer> ports = Ports.free(3);
        NetworkPlan network = new NetworkPlan(
                ports.get(0),
                List.of(new NetworkPlan.Branch(
                        BRANCH, "branch", ports.get(1), HallCatalogue.of(BRANCH, "Invariants", plan.operators()))),
                null,
                SETTINGS);
        return inside(network, ports.subList(1, 3));
    }

    private boolean inside(NetworkPlan plan, List<Integer> ports) {
        DataFolder folder = DataFolder.hold(temporary());
        Network network = new Network(TalonHome.find(), folder, plan, this::restart);
        StopOnSignal signal = StopOnSignal.with(() -> stop(network, folder, true));
        boolean holds = false;
        try {
            network.startBackend(this::say);
            network.startBranch(0, this::say);
            network.startTwin(0, ports.get(1), this::say);
            holds = tried(
                    network,
                    ports.stream()
                            .map(port -> URI.create("http://127.0.0.1:" + port))
                            .toList());
            return holds;
        } finally {
            signal.close();
            stop(network, folder, holds);
        }
    }

    private boolean tried(Network network, List<URI> processes) {
        List<Finding> findings = new ArrayList<>();
        try (HallDatabase database = new HallDatabase(network.jdbcUrl(Network.database(0)))) {
            say(plan.bookers() + " clients want one time that takes " + HallCatalogue.CAPACITY);
            findings.addAll(new BookingRush(processes, plan.bookers()).run(database));
            say(plan.kiosks() + " kiosks press at once");
            KioskRush kiosks = new KioskRush(processes, plan.kiosks());
            kiosks.run();
            Killer killer = new Killer(network, plan);
            HallRush hall = new HallRush(processes, plan, killer, out);
            hall.run(kiosks.issued());
            findings.addAll(new Ledger(database).check(hall.figures(), killer));
        }
        return report(new Findings(findings));
    }

    private boolean report(Findings findings) {
        out.println();
        out.println(findings.table());
        out.println();
        out.println(findings.sum("invariants", "the database says"));
        out.flush();
        JsonFile.write(plan.json(), Map.of("Holds", findings.hold(), "Seed", plan.seed(), "Findings", findings.all()));
        return findings.hold();
    }

    private void restart(Network network, ServerProcess dead) {
        say(dead.name() + " (process " + dead.pid() + ") died with " + dead.exitValue() + "; starting it again");
        network.restart(dead);
    }

    /** What does not hold is looked into: its logs and its database stay. */
    private void stop(Network network, DataFolder folder, boolean erase) {
        network.close();
        if (erase) {
            folder.erase();
        } else {
            folder.close();
            say("everything is kept in " + folder.path());
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("talon-invariants-");
        } catch (IOException e) {
            throw new CannotRun("no temporary folder can be made: " + e.getMessage(), e);
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
