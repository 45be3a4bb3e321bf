package org.talon.central.network;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talon.central.inbox.Decision;
import org.talon.central.inbox.Reception;
import org.talon.central.inbox.Standing;
import org.talon.shared.wire.Completeness;
import org.talon.shared.wire.Completeness.State;

/**
 * Says how far the figures of a branch can be trusted. The worst that is known is said: that it is blocked and silence before all
 * else, because then nothing else that is known is of now. One that was removed has nothing more to say: it is judged as it stood when it
 * last spoke.
 */
@ApplicationScoped
class JudgeCompleteness {

    private final Duration silentAfter;

    JudgeCompleteness(NetworkConfig config) {
        this.silentAfter = config.silentAfter();
    }

    Completeness of(@Nullable Reception reception, @Nullable Decision decision, Instant now) {
        if (decision != null && decision.standing() == Standing.BLOCKED) {
            return new Completeness(
                    State.BLOCKED, reception == null ? null : reception.completeTo(), blocked(decision));
        }
        boolean removed = decision != null && decision.standing() == Standing.REMOVED;
        return removed && reception != null && reception.lastSeen() != null
                ? of(reception, reception.lastSeen())
                : of(reception, now);
    }

    private static String blocked(Decision decision) {
        return "blocked since " + decision.since() + " by " + decision.by() + ": " + decision.reason();
    }

    private Completeness of(@Nullable Reception reception, Instant now) {
        Instant lastSeen = reception == null ? null : reception.lastSeen();
        if (reception == null || lastSeen == null) {
            return new Completeness(State.SILENT, null, "the branch never spoke");
        }
        if (Duration.between(lastSeen, now).compareTo(silentAfter) > 0) {
            return new Completeness(State.SILENT, reception.completeTo(), silence(reception, lastSeen));
        }
        if (reception.divergent() != null) {
            return new Completeness(State.DIVERGENT, reception.completeTo(), reception.divergent());
        }
        if (reception.behind() != null) {
            return new Completeness(State.BEHIND, reception.completeTo(), reception.behind());
        }
        return new Completeness(State.EXACT, reception.completeTo(), null);
    }

    private static String silence(Reception reception, Instant lastSeen) {
        String silence = "not heard of since " + lastSeen;
        return reception.divergent() == null ? silence : silence + "; before that: " + reception.divergent();
    }
}
