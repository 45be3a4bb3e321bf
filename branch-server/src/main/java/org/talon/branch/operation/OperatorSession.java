package org.talon.branch.operation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.BreakBegan;
import org.talon.shared.event.BreakEnded;
import org.talon.shared.event.WorkPlaceClosed;
import org.talon.shared.event.WorkPlaceOpened;
import org.talon.shared.http.DomainException;
import org.talon.shared.identity.SessionTokens;
import org.talon.shared.time.Ids;

/**
 * One operator at one workplace, from identify to logout. Its tokens carry its seal; without one it goes on, but whoever works there has
 * to identify anew.
 */
@Entity
@DynamicUpdate
class OperatorSession {

    /** The claim that shows that who works there has not been asked to identify anew. */
    static final String SEAL = "seal";

    @Id
    private UUID id;

    private UUID workPlaceId;
    private UUID userId;
    private Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant breakStartedAt;
    private @Nullable UUID seal;

    protected OperatorSession() {}

    OperatorSession(UUID id, UUID workPlaceId, UUID userId, Instant at) {
        this.id = id;
        this.workPlaceId = workPlaceId;
        this.userId = userId;
        this.startedAt = at;
    }

    /** Where it has none. */
    void seal(Ids ids) {
        if (seal == null) {
            seal = ids.next();
        }
    }

    /** What its tokens say of it. */
    Map<String, String> claims() {
        return Map.of(
                SessionTokens.SESSION, id.toString(), SEAL, String.valueOf(seal), "place", workPlaceId.toString());
    }

    boolean isSealed(@Nullable String asTokenSays) {
        return seal != null && seal.toString().equals(asTokenSays);
    }

    WorkPlaceOpened opened() {
        return new WorkPlaceOpened(workPlaceId, userId, startedAt);
    }

    /** Another operator goes on here; a break of the one before is over. */
    WorkPlaceOpened handOver(UUID to, Instant at) {
        userId = to;
        breakStartedAt = null;
        return new WorkPlaceOpened(workPlaceId, to, at);
    }

    BreakBegan beginBreak(Instant at) {
        if (breakStartedAt != null) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT, "on-break", "this workplace is on a Break already");
        }
        breakStartedAt = at;
        return new BreakBegan(workPlaceId, userId, at);
    }

    BreakEnded endBreak(Instant at) {
        if (breakStartedAt == null) {
            throw new DomainException(DomainException.Kind.CONFLICT, "no-break", "this workplace is not on a Break");
        }
        breakStartedAt = null;
        return new BreakEnded(workPlaceId, userId, at);
    }

    void requireNoBreak() {
        if (breakStartedAt != null) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT, "on-break", "this workplace is on a Break; end it first");
        }
    }

    /** Leaving ends a break too. */
    WorkPlaceClosed end(Instant at) {
        endedAt = at;
        breakStartedAt = null;
        return new WorkPlaceClosed(workPlaceId, userId, at);
    }

    boolean isEnded() {
        return endedAt != null;
    }

    @Nullable Instant breakStartedAt() {
        return breakStartedAt;
    }

    UUID id() {
        return id;
    }

    UUID workPlaceId() {
        return workPlaceId;
    }

    UUID userId() {
        return userId;
    }
}
