package org.talon.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.talon.network.DataFolder;
import org.talon.network.Network;
import org.talon.network.NetworkPlan;
import org.talon.network.Ports;
import org.talon.network.ServerProcess;
import org.talon.network.StopOnSignal;
import org.talon.network.TalonHome;
import org.talon.report.CannotRun;
import org.talon.report.JsonFile;

/** A replay from the reading of its trace to its report, with a network of its own that is gone when it is over. */
public final class Replay {
    private static final int MOST_RESTARTS = 10;

    /** Branches are days apart here, and none of them is silent. Events travel in larger batches: nobody watches them. */
    private static final Map<String, String> SETTINGS = Map.of(
            "talon.network.silent-after", "P36500D",
            "talon.outbox.heartbeat-every", "1s",
            "talon.outbox.rest", "500ms");

    /** Each day is held against its branch's own word, too. */
    private static final Map<String, String> SETTINGS_UNDER_FAULTS = Map.of(
            "talon.network.silent-after", "P36500D",
            "talon.outbox.heartbeat-every", "1s",
            "talon.outbox.digest-every", "5s",
            "talon.inbox.ask-again-every", "2s");

    private final ReplayPlan plan;
    private final PrintWriter out;
    private final AtomicInteger restarts = new AtomicInteger();

    public Replay(ReplayPlan plan, PrintWriter out) {
        this.plan = plan;
        this.out = out;
    }

    /** @return whether the centre's figures are the trace's */
    public boolean run() {
        JsonFile.require(plan.json());
        Trace trace = TraceReader.read(plan.trace()).only(plan.days());
        LeftOut leftOut = plan.leftOut();
        List<Part> parts = Part.of(leftOut == null ? trace : leftOut.applyTo(trace), plan.branches(), leftOut);
        say(trace.tickets().size() + " tickets of " + trace.days().size() + " days over " + parts.size() + " branches");
        DataFolder folder = DataFolder.hold(temporary());
        Network network = new Network(TalonHome.find(), folder, networkOf(parts), this::restart);
        StopOnSignal signal = StopOnSignal.with(() -> stop(network, folder));
        try {
            network.start(this::say);
            sayProcesses(network);
            return new Acting(plan, trace, parts, network, out).run();
        } finally {
            signal.close();
            stop(network, folder);
        }
    }

    private void stop(Network network, DataFolder folder) {
        network.close();
        if (plan.keep()) {
            folder.close();
            say("data, logs and catalogues stay in " + folder.path());
        } else {
            folder.erase();
        }
    }

    private void restart(Network network, ServerProcess dead) {
        if (restarts.incrementAndGet() > MOST_RESTARTS && plan.faults() == null) {
            say(dead.name() + " died again; not started any more (log: " + dead.log() + ")");
            return;
        }
        say(dead.name() + " (process " + dead.pid() + ") died with " + dead.exitValue() + "; starting it again");
        network.restart(dead);
    }

    private void sayProcesses(Network network) {
        say("processes: "
                + network.servers().stream()
                        .map(server -> server.name() + " " + server.pid())
                        .collect(Collectors.joining(", ")));
    }

    private NetworkPlan networkOf(List<Part> parts) {
        long first = parts.stream().mapToLong(Part::firstSecond).min().orElseThrow();
        return new NetworkPlan(
                Ports.free(1).getFirst(),
                parts.stream().map(Part::branch).toList(),
                ReplayClock.instant(first - 1),
                plan.faults() == null ? SETTINGS : SETTINGS_UNDER_FAULTS,
                NetworkPlan.Extra.NOTHING,
                NetworkPlan.Extra.NOTHING,
                plan.isLinked());
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("talon-replay-");
        } catch (IOException e) {
            throw new CannotRun("no temporary folder can be made: " + e.getMessage(), e);
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
