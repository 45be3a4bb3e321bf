package org.talon.replay;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.talon.driver.BranchClient;
import org.talon.driver.CentreClient;
import org.talon.faults.Misfortune;
import org.talon.network.DemoLogins;
import org.talon.network.Network;
import org.talon.report.CannotRun;
import org.talon.report.JsonFile;
import org.talon.report.Progress;

/** The replay on a network that runs: all branches at once, then the centre's answer beside the trace's. */
final class Acting {
    private final ReplayPlan plan;
    private final Trace trace;
    private final List<Part> parts;
    private final Network network;
    private final PrintWriter out;
    private final AtomicLong callsOfBranch1 = new AtomicLong();

    Acting(ReplayPlan plan, Trace trace, List<Part> parts, Network network, PrintWriter out) {
        this.plan = plan;
        this.trace = trace;
        this.parts = parts;
        this.network = network;
        this.out = out;
    }

    boolean run() {
        CentreClient centre = new CentreClient(network.centre());
        centre.login(DemoLogins.ANALYST, DemoLogins.ANALYST_PASSWORD);
        CentreWatch watch = new CentreWatch(centre);
        long begun = System.nanoTime();
        Instant end = ReplayClock.instant(
                parts.stream().mapToLong(Part::lastSecond).max().orElseThrow() + 1);
        Long faults = plan.faults();
        if (faults != null) {
            actAllUnderFaults(faults, watch, end);
        } else if (plan.cut()) {
            actAllCutOff(watch, end);
        } else {
            actAll(watch, end);
        }
        long acted = System.nanoTime();
        watch.moveTo(end);
        Set<UUID> ids = parts.stream().map(part -> part.branch().id()).collect(Collectors.toSet());
        boolean exact = watch.awaitExact(ids, end);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (!exact) {
            out.println("the centre makes no progress: " + watch.whatItLacks());
        }
        if (plan.cut()) {
            out.printf(
                    Locale.ROOT,
                    "the backlog of %,d events was in %.1f s after the way to Kafka was mended%n",
                    parts.stream().mapToLong(Part::events).sum(),
                    (System.nanoTime() - acted) / 1e9);
        }
        if (faults != null) {
            exact &= watch.awaitReconciled(ids);
            out.println(watch.whatItCompared());
        }
        return report(compared(centre), seconds, exact);
    }

    private void actAllUnderFaults(long seed, CentreWatch watch, Instant end) {
        out.println("faults with seed " + seed);
        try (Misfortune misfortune = Misfortune.over(network, seed, out::println)) {
            actAll(watch, end);
            out.println(misfortune.faults() + " faults; now all is left in peace");
        }
    }

    /** A branch that noticed would refuse calls, which ends the replay, or not be ready. */
    private void actAllCutOff(CentreWatch watch, Instant end) {
        out.println("the way to Kafka is cut");
        network.link().cut();
        actAll(watch, end);
        for (Part part : parts) {
            if (!new BranchClient(part.branch().at()).isReady()) {
                throw new CannotRun(part.branch().name() + " is not ready while its way to Kafka is cut");
            }
        }
        out.println("every branch is ready; now the way is mended");
        network.link().mend();
    }

    private void actAll(CentreWatch watch, Instant end) {
        long actions = parts.stream().mapToLong(part -> part.actions().size()).sum();
        try (ExecutorService threads = Executors.newFixedThreadPool(parts.size());
                Progress progress = new Progress("replaying", actions, out)) {
            CompletableFuture<?>[] running = parts.stream()
                    .map(part -> act(part, watch, end, progress, threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(running).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private CompletableFuture<Void> act(
            Part part, CentreWatch watch, Instant end, Progress progress, Executor threads) {
        return CompletableFuture.runAsync(
                () -> {
                    BranchClient client = new BranchClient(part.branch().at());
                    SteadyBranch branch = new SteadyBranch(
                            part.branch().name(),
                            client,
                            part.equals(parts.getFirst()) ? this::countAndKill : () -> {});
                    branch.open(part.operators());
                    new BranchReplay(part.actions(), branch, action -> {
                                progress.step();
                                watch.passes(ReplayClock.instant(action.second()));
                            })
                            .run();
                    branch.passTo(end);
                },
                threads);
    }

    /** From another thread, so that it strikes in the middle of a call. */
    private void countAndKill() {
        if (callsOfBranch1.incrementAndGet() == plan.killAfter()) {
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> network.servers().stream()
                            .filter(server -> server.name().equals("branch 1"))
                            .forEach(server -> server.kill()));
        }
    }

    private Comparison compared(CentreClient centre) {
        var expected = TraceFigures.of(trace);
        // A day more on either side: what is filed under a wrong date must show.
        LocalDate from = expected.firstKey().date().minusDays(1);
        LocalDate to = expected.lastKey().date().plusDays(1);
        return Comparison.of(CentreFigures.of(centre, from, to), expected);
    }

    private boolean report(Comparison comparison, double seconds, boolean exact) {
        ReplayReport report = ReplayReport.of(trace, parts, comparison, seconds, exact);
        out.println();
        out.println(ComparisonTable.of(comparison));
        out.println();
        out.println("Of each figure: what the centre answers, and after it (±) the difference from the trace.");
        out.println(report.speed());
        out.println(report.sum(comparison));
        out.flush();
        JsonFile.write(plan.json(), report);
        return report.holds();
    }
}
