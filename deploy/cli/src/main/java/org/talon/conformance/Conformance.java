package org.talon.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.talon.demo.DemoCatalogue;
import org.talon.network.DataFolder;
import org.talon.network.Network;
import org.talon.network.NetworkPlan;
import org.talon.network.Ports;
import org.talon.network.StopOnSignal;
import org.talon.network.TalonHome;
import org.talon.report.CannotRun;
import org.talon.report.JsonFile;

/** Makes every call of the API and says of each whether the answer fits. */
public final class Conformance {
    private static final Map<String, String> SETTINGS = Map.of("talon.booking.trusted-addresses", "127.0.0.0/8");

    private final ConformancePlan plan;
    private final PrintWriter out;

    public Conformance(ConformancePlan plan, PrintWriter out) {
        this.plan = plan;
        this.out = out;
    }

    /** @return whether every answer fits */
    public boolean run() {
        JsonFile.require(plan.json());
        plan.given().keySet().stream()
                .filter(name -> !Target.DEMO.containsKey(name) && !name.equals("timeZone"))
                .findFirst()
                .ifPresent(name -> {
                    throw new CannotRun("--with " + name + ": expected one of timeZone, "
                            + String.join(
                                    ", ", Target.DEMO.keySet().stream().sorted().toList()));
                });
        return plan.branch() == null ? ofOurOwn() : hold(plan.branch());
    }

    private boolean ofOurOwn() {
        DataFolder folder = DataFolder.hold(temporary());
        List<Integer> ports = Ports.free(2);
        NetworkPlan.Branch branch = DemoCatalogue.branch(1, ports.get(1));
        Network network = new Network(
                TalonHome.find(),
                folder,
                new NetworkPlan(ports.get(0), List.of(branch), null, SETTINGS),
                (unused, dead) -> say(dead.name() + " died (log: " + dead.log() + ")"));
        StopOnSignal signal = StopOnSignal.with(() -> stop(network, folder));
        try {
            network.startBackend(this::say);
            network.startBranch(0, this::say);
            return hold(branch.at());
        } finally {
            signal.close();
            stop(network, folder);
        }
    }

    private static void stop(Network network, DataFolder folder) {
        network.close();
        folder.erase();
    }

    private boolean hold(URI branch) {
        ZoneId zone = ZoneId.of(plan.given().getOrDefault("timeZone", DemoCatalogue.ZONE));
        Target target = Target.of(plan.given(), LocalDate.now(zone));
        List<Verdict> verdicts = new ArrayList<>();
        try (Caller caller = new Caller(branch, target, new Shapes(resource("shapes.txt")))) {
            caller.login("rootToken", target.fill("{root}"), target.fill("{rootPassword}"));
            String group = "";
            for (Call call : Call.table(resource("calls.txt"))) {
                if (!call.group().equals(group)) {
                    group = call.group();
                    say("\n" + group);
                }
                Verdict verdict = caller.make(call);
                verdicts.add(verdict);
                say(verdict.line());
            }
        }
        return report(branch, verdicts);
    }

    private boolean report(URI branch, List<Verdict> verdicts) {
        long misfits = verdicts.stream().filter(verdict -> !verdict.fits()).count();
        say("");
        say(
                misfits == 0
                        ? "conformance holds: all " + verdicts.size() + " calls of " + branch + " answer as they must"
                        : "conformance does NOT hold: " + misfits + " of " + verdicts.size() + " calls do not fit");
        JsonFile.write(plan.json(), Map.of("Holds", misfits == 0, "Calls", verdicts));
        return misfits == 0;
    }

    private static String resource(String name) {
        try (InputStream text = Conformance.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException(name + " is not in the program");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("talon-conformance-");
        } catch (IOException e) {
            throw new CannotRun("no temporary folder can be made: " + e.getMessage(), e);
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
