package org.talon.shared.federation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.Heartbeat;
import org.talon.shared.event.LogBegins;
import org.talon.shared.federation.Message.Place;

/**
 * Says how far the branch has come, and only what is true: a moment is claimed first, and told once every transaction
 * that had begun by then is settled and sent. Used by one thread.
 */
public class Heartbeats {

    /** Puts what is said beside the facts of an epoch into its envelope. */
    public interface Enveloping {
        EventEnvelope of(BranchEvent said, int epoch);
    }

    private final Duration every;
    private final Enveloping envelopes;
    private final Clock clock;
    private final LongSupplier nanos;
    private long lastClaimNanos;
    private @Nullable Claim claim;

    /** Every transaction begun by {@code at} is below {@code newest}. */
    private record Claim(Instant at, long newest) {}

    /**
     * @param clock says what is claimed
     * @param nanos says when to: real time, also where the clock is simulated
     */
    public Heartbeats(Duration every, Enveloping envelopes, Clock clock, LongSupplier nanos) {
        this.every = every;
        this.envelopes = envelopes;
        this.clock = clock;
        this.nanos = nanos;
        // The first beat is due at once: the centre learns of a restart without delay.
        this.lastClaimNanos = nanos.getAsLong() - every.toNanos();
    }

    /** The clock is read before the transactions: what commits in between is told too early, never too late. */
    void claimWhenDue(EventLog log) throws Exception {
        if (claim == null && nanos.getAsLong() - lastClaimNanos >= every.toNanos()) {
            Instant at = clock.instant();
            claim = new Claim(at, log.state().newest());
            lastClaimNanos = nanos.getAsLong();
        }
    }

    /** Says from where on the log is kept. */
    EventEnvelope beginning(Place first, int epoch) {
        return envelopes.of(new LogBegins(first.epoch(), first.seq(), clock.instant()), epoch);
    }

    /** What was claimed of a database says nothing of another. */
    void forget() {
        claim = null;
    }

    protected Optional<EventEnvelope> dueAt(EventLog.State sent) {
        Claim due = claim;
        if (due == null || sent.unsealed() || sent.horizon() < due.newest()) {
            return Optional.empty();
        }
        claim = null;
        return Optional.of(envelopes.of(new Heartbeat(sent.sealedSeq(), due.at()), sent.epoch()));
    }
}
