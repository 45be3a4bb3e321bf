package org.talon.torture;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.talon.driver.HallCatalogue;
import org.talon.network.DataFolder;
import org.talon.network.Network;
import org.talon.network.NetworkPlan;
import org.talon.network.Pause;
import org.talon.network.Ports;
import org.talon.network.ServerProcess;
import org.talon.network.StopOnSignal;
import org.talon.network.TalonHome;
import org.talon.planted.Part;
import org.talon.report.CannotRun;

/** Three branches, one of them of two processes, and two centres, each database and Kafka on its own; storms, and quiet points between. */
public final class Torture {
    private static final int BRANCHES = 3;

    /** So long callers go on after the last heal. */
    private static final Duration GOING_ON = Duration.ofSeconds(5);

    /** The branch, counted from 0, that is restored after each storm: one process serves it, and its disk is never full. */
    private static final int RESTORED = 1;

    /**
     * A centre that stands still loses its branches to the other one within seconds, and is a zombie when it goes on; Kafka is told often
     * of what is read.
     */
    private static final Map<String, String> OF_CENTRE = Map.of(
            "mp.messaging.incoming.events.auto.commit.interval.ms", "500",
            "mp.messaging.incoming.events.session.timeout.ms", "6000",
            "mp.messaging.incoming.events.heartbeat.interval.ms", "1500");

    /** Claims and digests are frequent, and what Kafka does not take soon has failed. */
    private static final Map<String, String> OF_BRANCHES = Map.of(
            "talon.outbox.heartbeat-every", "3s",
            "talon.outbox.digest-every", "10s",
            "mp.messaging.outgoing.events.delivery.timeout.ms", "2000",
            "mp.messaging.outgoing.events.request.timeout.ms", "1500");

    private final TorturePlan plan;
    private final PrintWriter out;

    public Torture(TorturePlan plan, PrintWriter out) {
        this.plan = plan;
        this.out = out;
    }

    /** @return whether everything holds */
    public boolean run() {
        return look().broken() == null;
    }

    /**
     * How it ended.
     *
     * @param broken an invariant that does not hold; null where all do
     */
    record Outcome(int storms, @Nullable String broken) {}

    Outcome look() {
        TalonHome home = TalonHome.find();
        Flaw flaw = plan.flaw();
        if (flaw != null) {
            flaw.requireFits(home.root());
        }
        TortureReport report = new TortureReport(plan, out);
        say("seed " + plan.seed() + ", " + plan.storms() + " storms of "
                + plan.storm().toSeconds() + " s");
        List<Integer> ports = Ports.free(BRANCHES + 3);
        NetworkPlan network = new NetworkPlan(
                ports.getFirst(),
                IntStream.rangeClosed(1, BRANCHES)
                        .mapToObj(n -> branch(n, ports.get(n)))
                        .toList(),
                null,
                Map.of(),
                new NetworkPlan.Extra(OF_CENTRE, flaw == null ? null : flaw.agentOf(Part.CENTRE)),
                new NetworkPlan.Extra(OF_BRANCHES, flaw == null ? null : flaw.agentOf(Part.BRANCH)),
                false);
        Path root = temporary();
        inside(home, root, network, ports.get(BRANCHES + 1), ports.get(BRANCHES + 2), report);
        return new Outcome(report.storms(), report.broken());
    }

    private static NetworkPlan.Branch branch(int number, int port) {
        String name = "Torture " + number;
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new NetworkPlan.Branch(id, name, port, HallCatalogue.of(id, name, Hall.DESKS));
    }

    private void inside(
            TalonHome home, Path root, NetworkPlan networkPlan, int twinCentre, int twinBranch, TortureReport report) {
        DataFolder folder = DataFolder.hold(root.resolve("network"));
        Network network = new Network(home, folder, networkPlan, this::restart);
        StopOnSignal signal = StopOnSignal.with(() -> stop(network, folder, root, true));
        boolean holds = false;
        try {
            List<String> databases = new ArrayList<>(List.of(Network.CENTRE_DATABASE));
            IntStream.range(0, BRANCHES).mapToObj(Network::database).forEach(databases::add);
            OwnParts parts = OwnParts.start(root, databases, this::say);
            network.startOn(parts);
            network.startCentre(this::say);
            network.startTwinCentre(twinCentre, this::say);
            for (int i = 0; i < BRANCHES; i++) {
                network.startBranch(i, this::say);
            }
            network.startTwin(0, twinBranch, this::say);
            plant(parts);
            storms(network, parts, twinBranch, report);
            holds = report.print();
        } finally {
            signal.close();
            stop(network, folder, root, holds || plan.flaw() != null);
        }
    }

    private void plant(OwnParts parts) {
        Flaw flaw = plan.flaw();
        if (flaw != null) {
            say("planted: " + flaw.what());
            flaw.plant(parts);
        }
    }

    private void storms(Network network, OwnParts parts, int twinBranch, TortureReport report) {
        Processes processes = new Processes(network);
        Random random = new Random(plan.seed());
        Witnesses witnesses = Witnesses.of(parts);
        Storm storm = new Storm(new Faults(parts, processes, witnesses.deadKafka(), random), random, this::say);
        List<Hall> halls = new ArrayList<>();
        LivenessWatch watch = LivenessWatch.over(network, processes, this::say);
        try {
            for (int i = 0; i < BRANCHES; i++) {
                halls.add(hall(network.plan().branches().get(i), i == 0 ? List.of(twinBranch) : List.of()));
            }
            Restore restore = new Restore(
                    parts.branches().get(RESTORED),
                    halls.get(RESTORED),
                    () -> processes.kill("branch " + (RESTORED + 1)));
            QuietPoint quiet = new QuietPoint(parts, halls, witnesses, network, plan.flaw() != null);
            boolean found = false;
            for (int n = 1; n <= plan.storms() && !found; n++) {
                say("storm " + n);
                blow(storm, restore);
                look(n, storm, quiet, halls, report);
                found = plan.flaw() != null && report.broken() != null;
            }
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new CannotRun("a part could not be broken or mended: " + failed, failed);
        } finally {
            halls.forEach(Hall::close);
            watch.close();
            witnesses.close();
        }
    }

    private void blow(Storm storm, Restore restore) throws Exception {
        restore.takeBackup();
        storm.blow(plan.storm());
        storm.count("a branch is restored from its backup");
        restore.goBack();
    }

    private void look(int number, Storm storm, QuietPoint quiet, List<Hall> halls, TortureReport report) {
        Instant healed = Instant.now();
        Pause.of(GOING_ON);
        say("quiet point " + number + ", after " + storm.strikes() + " faults");
        still(halls, () -> report.add(quiet.look(healed)));
        report.add(storm.counts(), halls);
    }

    private Hall hall(NetworkPlan.Branch branch, List<Integer> twins) {
        List<URI> processes = new ArrayList<>(List.of(branch.at()));
        twins.forEach(port -> processes.add(URI.create("http://127.0.0.1:" + port)));
        return new Hall(branch, processes, plan.seed());
    }

    /** In every hall at once. */
    private static void still(List<Hall> halls, Runnable looks) {
        if (halls.isEmpty()) {
            looks.run();
        } else {
            halls.getFirst().whileStill(() -> still(halls.subList(1, halls.size()), looks));
        }
    }

    private void restart(Network network, ServerProcess dead) {
        say(dead.name() + " died with " + dead.exitValue() + "; starting it again");
        network.restart(dead);
    }

    /** What does not hold is looked into: its logs and its databases stay. Of a planted mistake one knows why. */
    private void stop(Network network, DataFolder folder, Path root, boolean erase) {
        network.close();
        if (erase) {
            folder.erase();
            TortureFolder.erase(root);
        } else {
            folder.close();
            say("everything is kept in " + root);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("talon-torture-");
        } catch (IOException e) {
            throw new CannotRun("no temporary folder can be made: " + e.getMessage(), e);
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
