package org.talon.shared.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Shows everybody who watches what is true now: at once when he arrives, and a rest after a change at the latest. It looks once for all,
 * and not at all while nobody watches.
 */
public final class StreamWatch {

    private static final Logger LOG = System.getLogger(StreamWatch.class.getName());

    private final EventStreams<?> streams;
    private final Runnable look;
    private final Thread thread;
    private volatile boolean stopping;
    private boolean failing;

    /** @param look finds out what is true and shows it to each stream; where it fails, it is tried again after a rest */
    public StreamWatch(String name, EventStreams<?> streams, Runnable look) {
        this.streams = streams;
        this.look = look;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Streams never end by themselves: calls that have begun would be waited for in vain. */
    public void endStreams() {
        stopping = true;
        streams.endAll();
    }

    public void stop() {
        stopping = true;
        thread.interrupt();
    }

    private void run() {
        try {
            while (!stopping) {
                streams.awaitNextLook();
                tryToLook();
                streams.tend();
            }
        } catch (InterruptedException stopped) {
            LOG.log(Level.DEBUG, "{0} was told to stop", thread.getName());
        }
    }

    private void tryToLook() {
        try {
            look.run();
            if (failing) {
                LOG.log(Level.INFO, "{0}: what is shown is true again", thread.getName());
                failing = false;
            }
        } catch (RuntimeException failed) {
            if (!failing && !stopping) {
                LOG.log(Level.WARNING, "{0}: the past is shown for now: {1}", thread.getName(), failed);
                failing = true;
            }
        }
    }
}
