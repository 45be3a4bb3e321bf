package org.talon.branch.board;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.EventStream;

/** The boards that watch at this moment: never more than the limit, and none that went away. */
@ApplicationScoped
class BoardStreams {

    private final BoardConfig config;
    private final Set<BoardStream> open = ConcurrentHashMap.newKeySet();
    private final Semaphore arrivals = new Semaphore(0);
    private final Semaphore places;

    BoardStreams(BoardConfig config, MeterRegistry metrics) {
        this.config = config;
        this.places = new Semaphore(config.mostStreams());
        Gauge.builder("talon.board.streams", open, Set::size)
                .description("Boards that watch at this moment")
                .register(metrics);
    }

    /** Lets a board watch; one that finds no place is refused before anything is written to it. */
    void open(String clientId, Supplier<EventStream> opening) {
        if (!places.tryAcquire()) {
            throw DomainException.forNow(
                    DomainException.Kind.UNAVAILABLE,
                    "too-many-streams",
                    "no more than " + config.mostStreams() + " boards watch at once",
                    config.retryAfter());
        }
        try {
            open.add(new BoardStream(clientId, opening.get()));
        } catch (RuntimeException neverOpened) {
            places.release();
            throw neverOpened;
        }
        arrivals.release();
    }

    /** Waits until it is time to look again: for a rest, or until a board arrives. */
    void awaitNextLook() throws InterruptedException {
        do {
            arrivals.tryAcquire(config.rest().toNanos(), TimeUnit.NANOSECONDS);
            arrivals.drainPermits();
        } while (open.isEmpty());
    }

    void forEach(Consumer<BoardStream> action) {
        open.forEach(action);
    }

    /** Forgets the boards that are lost, and lets the others know that the silence means nothing. */
    void tend() {
        for (BoardStream stream : open) {
            if (stream.events().isLost(config.patience())) {
                stream.events().abort();
                forget(stream);
            } else {
                stream.events().breakSilenceOf(config.heartbeatEvery());
            }
        }
    }

    void end(BoardStream stream) {
        stream.events().close();
        forget(stream);
    }

    /** Ends all and lets nobody in any more. */
    void endAll() {
        open.forEach(this::end);
        places.drainPermits();
    }

    private void forget(BoardStream stream) {
        if (open.remove(stream)) {
            places.release();
        }
    }
}
