package org.talon.network;

import java.util.concurrent.CountDownLatch;

/**
 * Stops what runs when the program is told to end from outside (Ctrl-C, SIGTERM). The main thread, which sees everything stop under its
 * hands, says nothing more.
 */
public final class StopOnSignal {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread hook;

    private StopOnSignal(Runnable stop, boolean success) {
        hook = new Thread(() -> run(stop, success), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Ends with the exit code of an interrupted program. */
    public static StopOnSignal with(Runnable stop) {
        return new StopOnSignal(stop, false);
    }

    /** Ends with exit code 0: being stopped is how this command always ends. */
    public static StopOnSignal asUsual(Runnable stop) {
        return new StopOnSignal(stop, true);
    }

    public boolean hasBegun() {
        return begun.getCount() == 0;
    }

    /** The end has come by itself. Where a signal came first, this does not return. */
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            waitForTheEnd();
        }
    }

    private void run(Runnable stop, boolean success) {
        begun.countDown();
        stop.run();
        if (success) {
            Runtime.getRuntime().halt(0);
        }
    }

    /** The hook ends the program, and this thread with it. */
    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
