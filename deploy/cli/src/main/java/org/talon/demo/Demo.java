package org.talon.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talon.driver.CentreClient;
import org.talon.network.DataFolder;
import org.talon.network.DemoLogins;
import org.talon.network.Network;
import org.talon.network.NetworkPlan;
import org.talon.network.Pause;
import org.talon.network.ServerProcess;
import org.talon.network.StopOnSignal;
import org.talon.network.TalonHome;
import org.talon.report.CannotRun;

/** The demonstration from its start to Ctrl-C. */
public final class Demo {
    private static final Duration CONNECT_LIMIT = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    /** Ctrl-C reaches the servers as well as us; theirs must not look like a death. */
    private static final Duration SIGNAL_MAY_BE_LATE = Duration.ofSeconds(2);

    private final DemoPlan plan;
    private final PrintWriter out;
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicReference<@Nullable ServerProcess> dead = new AtomicReference<>();

    public Demo(DemoPlan plan, PrintWriter out) {
        this.plan = plan;
        this.out = out;
    }

    /** Returns only where a server has died: false. Ctrl-C ends the program from within. */
    public boolean run() {
        TalonHome home = TalonHome.find();
        NetworkPlan network = plan.network();
        DataFolder folder = DataFolder.hold(home.data());
        try {
            network.requireFreePorts();
            if (plan.fresh()) {
                folder.empty();
            }
            return run(new Network(home, folder, network, this::died), network);
        } finally {
            folder.close();
        }
    }

    private boolean run(Network network, NetworkPlan where) {
        Visitors visitors = new Visitors(where.branches(), this::say);
        StopOnSignal signal = StopOnSignal.asUsual(() -> stop(visitors, network));
        try {
            network.start(this::say);
            awaitConnected(where);
            say(Welcome.to(where, network));
            if (plan.visitors()) {
                visitors.come();
            }
            end.await();
            Thread.sleep(signal.hasBegun() ? Duration.ZERO : SIGNAL_MAY_BE_LATE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            signal.close();
            stop(visitors, network);
        }
        ServerProcess server = dead.get();
        if (server != null) {
            say("talon: " + server.name() + " has died; its last words are in " + server.log());
        }
        return false;
    }

    private void stop(Visitors visitors, Network network) {
        say("stopping");
        visitors.close();
        network.close();
        say("stopped; the data stays in .talon, and the next ./talon up goes on with it");
    }

    private void died(Network network, ServerProcess server) {
        dead.compareAndSet(null, server);
        end.countDown();
    }

    private void awaitConnected(NetworkPlan plan) {
        say("waiting until every branch is connected to the centre");
        Set<UUID> wanted = plan.branches().stream().map(NetworkPlan.Branch::id).collect(Collectors.toSet());
        long limit = System.nanoTime() + CONNECT_LIMIT.toNanos();
        CentreClient centre = new CentreClient(plan.centre());
        centre.login(DemoLogins.ANALYST, DemoLogins.ANALYST_PASSWORD);
        while (!connected(centre).containsAll(wanted)) {
            if (System.nanoTime() > limit) {
                throw new CannotRun("the branches are not connected to the centre after " + CONNECT_LIMIT.toSeconds()
                        + " s; see the logs in .talon/logs");
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    private static Set<UUID> connected(CentreClient centre) {
        return centre.servers().stream()
                .filter(CentreClient.Server::connected)
                .map(CentreClient.Server::id)
                .collect(Collectors.toSet());
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
