package org.talon.torture;

import java.time.Duration;
import org.talon.network.Pause;

/** Looks at something again and again, on a thread of its own, until it is closed. */
final class Sampling implements AutoCloseable {
    private final Runnable look;
    private final Duration pause;
    private final Thread thread = new Thread(this::run, "sampling");
    private volatile boolean over;

    private Sampling(Runnable look, Duration pause) {
        this.look = look;
        this.pause = pause;
    }

    static Sampling of(Runnable look, Duration pause) {
        Sampling sampling = new Sampling(look, pause);
        sampling.thread.setDaemon(true);
        sampling.thread.start();
        return sampling;
    }

    private void run() {
        while (!over) {
            look.run();
            Pause.of(pause);
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
