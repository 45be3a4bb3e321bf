package org.talon.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.talon.driver.BranchClient;
import org.talon.driver.Refused;
import org.talon.driver.Unreachable;
import org.talon.network.DemoLogins;
import org.talon.network.NetworkPlan;

/** A trickle of simulated visitors into every branch, until it is closed. What goes wrong is one line, and they go on. */
final class Visitors implements AutoCloseable {
    private static final int FIRST_OPERATOR = 4;
    private static final int LAST_OPERATOR = 6;
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);
    private static final long SEED = 20_100_803;
    private static final long STOP_MILLIS = 2000;

    private final List<NetworkPlan.Branch> branches;
    private final Consumer<String> says;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /** What somebody does again and again; answers how long he rests then. */
    interface Habit {
        Duration once();
    }

    /** How a habit begins, and begins anew after trouble. */
    interface Beginning {
        Habit begin(BranchClient branch, Random random);
    }

    Visitors(List<NetworkPlan.Branch> branches, Consumer<String> says) {
        this.branches = branches;
        this.says = says;
    }

    synchronized void come() {
        for (NetworkPlan.Branch branch : branches) {
            go(branch, 0, Door::new);
            for (int n = FIRST_OPERATOR; n <= LAST_OPERATOR; n++) {
                int operator = n;
                go(branch, n, (client, random) -> new Clerk(seat(client, operator), random));
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        List<Thread> all;
        synchronized (this) {
            all = List.copyOf(threads);
        }
        all.forEach(Visitors::awaitEnd);
    }

    private static org.talon.driver.OperatorClient seat(BranchClient client, int n) {
        return client.identify(DemoLogins.workPlace(n), DemoLogins.operator(n), DemoLogins.OPERATOR_PASSWORD);
    }

    private void go(NetworkPlan.Branch branch, int who, Beginning beginning) {
        Random random = new Random(SEED + 31L * branch.port() + who);
        threads.add(
                Thread.ofVirtual().name("visitors of " + branch.name()).start(() -> live(branch, random, beginning)));
    }

    private void live(NetworkPlan.Branch where, Random random, Beginning beginning) {
        BranchClient branch = new BranchClient(where.at());
        do {
            try {
                Habit habit = beginning.begin(branch, random);
                while (rest(habit.once())) {
                    // again
                }
            } catch (Unreachable | Refused trouble) {
                tell(where, trouble);
            }
        } while (rest(AFTER_TROUBLE));
    }

    /** False where it is time to go. */
    private boolean rest(Duration time) {
        try {
            return !closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tell(NetworkPlan.Branch where, RuntimeException trouble) {
        if (closing.getCount() > 0) {
            says.accept("a simulated visitor of " + where.name() + " met trouble: " + trouble.getMessage());
        }
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
