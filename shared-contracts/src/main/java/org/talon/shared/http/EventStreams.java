package org.talon.shared.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The clients who watch at this moment: never more than the limit, and none that went away.
 *
 * @param <K> what a client watches
 */
public class EventStreams<K> {

    /**
     * All of it real time, also where the server's clock is simulated.
     *
     * @param most streams open at once
     * @param rest between two looks at what is shown
     * @param heartbeatEvery after how long a silence a stream is told that it still lives
     * @param patience how long a client may take in nothing of what was sent to him
     * @param retryAfter when one who found no place may come again
     */
    public record Limits(int most, Duration rest, Duration heartbeatEvery, Duration patience, Duration retryAfter) {}

    private record Open<K>(K watched, EventStream events) {}

    private final Limits limits;
    private final Set<Open<K>> open = ConcurrentHashMap.newKeySet();
    private final Semaphore arrivals = new Semaphore(0);
    private final Semaphore places;
    private volatile boolean ended;

    protected EventStreams(Limits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.most);
    }

    public int size() {
        return open.size();
    }

    /** Lets a client watch; one who finds no place is refused before anything is written to him. */
    public void open(K watched, Supplier<EventStream> opening) {
        if (ended || !places.tryAcquire()) {
            throw DomainException.forNow(
                    DomainException.Kind.UNAVAILABLE,
                    "too-many-streams",
                    "no more than " + limits.most + " watch at once",
                    limits.retryAfter);
        }
        try {
            letIn(new Open<>(watched, opening.get()));
        } catch (RuntimeException neverOpened) {
            places.release();
            throw neverOpened;
        }
        arrivals.release();
    }

    /** One who came while all were ended is ended too: nobody else would ever do it. */
    private void letIn(Open<K> stream) {
        open.add(stream);
        if (ended) {
            end(stream);
        }
    }

    public void forEach(BiConsumer<K, EventStream> action) {
        open.forEach(one -> action.accept(one.watched, one.events));
    }

    /** Of those who watch what is no longer there. */
    public void end(K watched) {
        open.stream().filter(one -> one.watched.equals(watched)).forEach(this::end);
    }

    /** Ends all and lets nobody in any more. */
    public void endAll() {
        ended = true;
        open.forEach(this::end);
    }

    /** Waits until it is time to look again: for a rest, or until a client arrives. */
    void awaitNextLook() throws InterruptedException {
        do {
            arrivals.tryAcquire(limits.rest.toNanos(), TimeUnit.NANOSECONDS);
            arrivals.drainPermits();
        } while (open.isEmpty());
    }

    /** Forgets the clients who are lost, and lets the others know that the silence means nothing. */
    void tend() {
        for (Open<K> stream : open) {
            if (stream.events.isLost(limits.patience)) {
                stream.events.abort();
                forget(stream);
            } else {
                stream.events.breakSilenceOf(limits.heartbeatEvery);
            }
        }
    }

    private void end(Open<K> stream) {
        stream.events.close();
        forget(stream);
    }

    private void forget(Open<K> stream) {
        if (open.remove(stream)) {
            places.release();
        }
    }
}
