package org.talon.branch.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.Heartbeat;
import org.talon.shared.time.Ids;

/**
 * Says how far the branch has come, and only what is true: a moment is claimed first, and told once every transaction
 * that had begun by then is settled and sent. Used by one thread.
 */
@ApplicationScoped
class Heartbeats {

    private final OutboxConfig config;
    private final CurrentCatalogue catalogue;
    private final BranchCalendar calendar;
    private final EventCodec codec;
    private final Clock clock;
    private final Ids ids;
    private long lastClaimNanos;
    private @Nullable Claim claim;

    /** Every transaction begun by {@code at} is below {@code newest}. */
    private record Claim(Instant at, long newest) {}

    Heartbeats(
            OutboxConfig config,
            CurrentCatalogue catalogue,
            BranchCalendar calendar,
            EventCodec codec,
            Clock clock,
            Ids ids) {
        this.config = config;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.codec = codec;
        this.clock = clock;
        this.ids = ids;
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
        Heartbeat beat = new Heartbeat(sent.sealedSeq(), due.at());
        return Optional.of(new EventEnvelope(
                catalogue.get().branch().id(),
                sent.epoch(),
                null,
                ids.next(),
                EventCodec.typeOf(beat),
                EventCodec.VERSION,
                due.at(),
                calendar.dateOf(due.at()),
                calendar.hourOf(due.at()),
                codec.data(beat)));
    }
}
