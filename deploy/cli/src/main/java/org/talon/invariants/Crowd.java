package org.talon.invariants;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.talon.report.CannotRun;

/** Everybody at once, each on a thread of his own; the first failure of anybody is everybody's. */
final class Crowd {
    private Crowd() {}

    static void at(List<Callable<Void>> tasks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted", e);
        } catch (ExecutionException e) {
            throw new CannotRun("a caller failed: " + e.getCause(), e);
        }
    }
}
