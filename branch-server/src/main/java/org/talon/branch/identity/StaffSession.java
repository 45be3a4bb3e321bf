package org.talon.branch.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One who signed in without a workplace: hall administrator, analyst, administrator. */
@Entity
class StaffSession {

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // queries ask for it
    private UUID userId;

    @SuppressWarnings("UnusedVariable") // for whoever looks into the database
    private Instant startedAt;

    private @Nullable Instant endedAt;

    protected StaffSession() {}

    StaffSession(UUID id, UUID userId, Instant at) {
        this.id = id;
        this.userId = userId;
        this.startedAt = at;
    }

    /** Once; it stays ended since then. */
    void end(Instant at) {
        if (endedAt == null) {
            endedAt = at;
        }
    }

    UUID id() {
        return id;
    }

    boolean isEnded() {
        return endedAt != null;
    }
}
