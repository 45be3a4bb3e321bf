package org.talon.branch.operation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.WorkPlaceClosed;
import org.talon.shared.event.WorkPlaceOpened;

/** One operator at one workplace, from identify to logout. */
@Entity
class OperatorSession {

    @Id
    private UUID id;

    private UUID workPlaceId;
    private UUID userId;
    private Instant startedAt;
    private @Nullable Instant endedAt;

    protected OperatorSession() {}

    OperatorSession(UUID id, UUID workPlaceId, UUID userId, Instant at) {
        this.id = id;
        this.workPlaceId = workPlaceId;
        this.userId = userId;
        this.startedAt = at;
    }

    WorkPlaceOpened opened() {
        return new WorkPlaceOpened(workPlaceId, userId, startedAt);
    }

    WorkPlaceClosed end(Instant at) {
        endedAt = at;
        return new WorkPlaceClosed(workPlaceId, userId, at);
    }

    boolean isEnded() {
        return endedAt != null;
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
