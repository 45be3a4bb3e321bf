package org.talon.shared.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.talon.shared.http.DomainException;

/**
 * Never hashes more passwords at once than half of the machine can carry: a storm of logins leaves the other half to tickets. Who finds
 * too many before him is told when to come again.
 */
@ApplicationScoped
class HashingLane {

    private static final int MOST_WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    private final Semaphore places;

    HashingLane() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    HashingLane(int places) {
        this.places = new Semaphore(places, true);
    }

    <T> T in(Supplier<T> hashing) {
        if (places.getQueueLength() >= MOST_WAITING || !isFreeInTime()) {
            throw DomainException.forNow(
                    DomainException.Kind.TOO_MANY,
                    "logins-busy",
                    "too many sign in at this moment; try again after Retry-After",
                    COME_AGAIN);
        }
        try {
            return hashing.get();
        } finally {
            places.release();
        }
    }

    private boolean isFreeInTime() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
