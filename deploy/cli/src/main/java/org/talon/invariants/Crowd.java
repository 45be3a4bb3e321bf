package org.talon.invariants;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.talon.report.CannotRun;

/** Everybody at once, each on a thread of his own; where one fails, all stop, for they may wait for what he left undone. */
final class Crowd {
    private Crowd() {}

    static void at(List<Callable<Void>> tasks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Void> crowd = new ExecutorCompletionService<>(threads);
            tasks.forEach(crowd::submit);
            awaitAll(crowd, tasks.size(), threads);
        }
    }

    private static void awaitAll(CompletionService<Void> crowd, int size, ExecutorService threads) {
        try {
            for (int done = 0; done < size; done++) {
                crowd.take().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            threads.shutdownNow();
            throw new CannotRun("interrupted", e);
        } catch (ExecutionException e) {
            threads.shutdownNow();
            throw new CannotRun("a caller failed: " + e.getCause(), e);
        }
    }
}
