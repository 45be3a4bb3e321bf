package org.talon.shared.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes what comes from outside: a server's one clock, chance, and its ids (UUIDv7 by that clock). Instants are whole milliseconds, so that memory,
 * database and wire hold the same moment to the letter.
 */
@ApplicationScoped
class TimeProducer {

    @Produces
    @Singleton
    Clock clock(
            @ConfigProperty(name = "talon.simulation", defaultValue = "false") boolean simulation,
            @ConfigProperty(name = "talon.simulation.start", defaultValue = "2000-01-01T00:00:00Z") Instant start) {
        return simulation ? new SimulatedClock(start) : Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Produces
    @Singleton
    SecureRandom chance() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    Ids ids(Clock clock, SecureRandom chance) {
        return Generators.timeBasedEpochGenerator(chance, clockOf(clock))::generate;
    }

    private static UUIDClock clockOf(Clock clock) {
        return new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        };
    }
}
