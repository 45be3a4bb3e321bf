package org.talon.branch.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.Heartbeat;

/**
 * Says how far the branch has come, and only what is true: a moment is claimed first, and told once every transaction
 * that had begun by then is settled and sent. Used by one thread.
 */
@ApplicationScoped
class Heartbeats {

    private final OutboxConfig config;
    private final UnnumberedEnvelopes envelopes;
    private final Clock clock;
    private long lastClaimNanos;
    private @Nullable Claim claim;

    /** Every transaction begun by {@code at} is below {@code newest}. */
    private record Claim(Instant at, long newest) {}

    Heartbeats(OutboxConfig config, UnnumberedEnvelopes envelopes, Clock clock) {
        this.config = config;
        this.envelopes = envelopes;
        this.clock = clock;
        // The first beat is due at once: the centre learns of a restart without delay.
        this.lastClaimNanos = System.nanoTime() - config.heartbeatEvery().toNanos();
    }

    /** The clock is read before the transactions: what commits in between is told too early, never too late. */
    void claimWhenDue(OutboxLog log) throws SQLException {
        if (claim == null
                && System.nanoTime() - lastClaimNanos >= config.heartbeatEvery().toNanos()) {
            Instant at = clock.instant();
            claim = new Claim(at, log.state().newest());
            lastClaimNanos = System.nanoTime();
        }
    }

    Optional<EventEnvelope> dueAt(OutboxLog.State sent) {
        Claim due = claim;
        if (due == null || sent.unsealed() || sent.horizon() < due.newest()) {
            return Optional.empty();
        }
        claim = null;
        return Optional.of(envelopes.of(new Heartbeat(sent.sealedSeq(), due.at()), sent.epoch()));
    }
}
