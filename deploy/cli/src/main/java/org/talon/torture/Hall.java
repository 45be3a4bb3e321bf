package org.talon.torture;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.talon.driver.TwinClient;
import org.talon.network.NetworkPlan;
import org.talon.network.Pause;

/** The callers of one branch, each on a thread of his own, who can be asked to hold still. */
final class Hall implements AutoCloseable {
    static final int DESKS = 3;
    private static final Duration BETWEEN_ACTS = Duration.ofMillis(120);

    private final NetworkPlan.Branch branch;
    private final Acknowledged acknowledged = new Acknowledged();
    private final Caller.Kiosk kiosk;
    private final ReadWriteLock stillness = new ReentrantReadWriteLock(true);
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<Caller> callers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    /** @param processes of the branch, one or more */
    Hall(NetworkPlan.Branch branch, List<URI> processes, long seed) {
        this.branch = branch;
        kiosk = new Caller.Kiosk(new TwinClient(processes, 0), acknowledged, "kiosk", new Random(seed));
        start(kiosk);
        for (int n = 1; n <= DESKS; n++) {
            start(new Caller.Desk(new TwinClient(processes, n), acknowledged, "desk-" + n, new Random(seed + n), n));
        }
    }

    NetworkPlan.Branch branch() {
        return branch;
    }

    Acknowledged acknowledged() {
        return acknowledged;
    }

    /** To be asked within {@link #whileStill}. */
    Caller.Kiosk kiosk() {
        return kiosk;
    }

    /** Calls that were refused though nothing forbade them, or got no answer at all. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private void start(Caller caller) {
        caller.begin();
        callers.add(caller);
        threads.add(Thread.ofPlatform().daemon().start(() -> act(caller)));
    }

    private void act(Caller caller) {
        while (!over) {
            stillness.readLock().lock();
            try {
                caller.act();
            } catch (RuntimeException refused) {
                failures.add(String.valueOf(refused.getMessage()));
                return;
            } finally {
                stillness.readLock().unlock();
            }
            Pause.of(BETWEEN_ACTS);
        }
    }

    /** What callers know and do now; what is answered makes them forget what came since. To be asked within {@link #whileStill}. */
    Runnable mark() {
        Map<UUID, String> services = acknowledged.services();
        List<Runnable> marks = callers.stream().map(Caller::mark).toList();
        return () -> {
            acknowledged.goBackTo(services);
            marks.forEach(Runnable::run);
        };
    }

    /** Waits until every call has its answer, and lets nobody call meanwhile. */
    void whileStill(Runnable looks) {
        stillness.writeLock().lock();
        try {
            looks.run();
        } finally {
            stillness.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
