package org.talon.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.talon.demo.DemoCatalogue;
import org.talon.driver.BranchClient;
import org.talon.network.DemoLogins;
import org.talon.report.CannotRun;

/** Tickets per second that a branch issues over HTTP, to so many who ask at once. */
final class IssueRate {
    private final URI branch;
    private final int connections;
    private final SplittableRandom random = new SplittableRandom(1);

    IssueRate(URI branch, int connections) {
        this.branch = branch;
        this.connections = connections;
    }

    double over(Duration time) {
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<BranchClient> clients = IntStream.range(0, connections)
                    .mapToObj(n -> new BranchClient(branch).login(DemoLogins.ADMIN, DemoLogins.ADMIN_PASSWORD))
                    .toList();
            long begun = System.nanoTime();
            long end = begun + time.toNanos();
            long tickets = 0;
            for (Future<Long> issued : threads.invokeAll(clients.stream()
                    .map(client -> issuing(client, random.split(), end))
                    .toList())) {
                tickets += issued.get();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            return tickets / seconds;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new CannotRun("a ticket was not issued: " + e.getCause(), e);
        }
    }

    void one() {
        BranchClient client = new BranchClient(branch);
        client.login(DemoLogins.ADMIN, DemoLogins.ADMIN_PASSWORD).issue(DemoCatalogue.PRODUCTS.getFirst(), 0);
    }

    /** Services at random, as at a kiosk: who asks for one number after another of one service waits for himself. */
    private static Callable<Long> issuing(BranchClient client, SplittableRandom random, long end) {
        return () -> {
            long issued = 0;
            while (System.nanoTime() < end) {
                client.issue(DemoCatalogue.PRODUCTS.get(random.nextInt(DemoCatalogue.PRODUCTS.size())), 0);
                issued++;
            }
            return issued;
        };
    }
}
