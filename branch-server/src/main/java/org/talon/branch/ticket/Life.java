package org.talon.branch.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The moments of one service's life and where it is, as a view shows them. */
record Life(
        Instant created,
        @Nullable Instant bookedFor,
        @Nullable UUID chain,
        @Nullable Instant queued,
        @Nullable Instant activated,
        @Nullable Instant invited,
        @Nullable Instant operating,
        @Nullable Instant ended,
        @Nullable Instant lastCalled,
        @Nullable UUID workPlaceId,
        @Nullable UUID userId,
        int calls,
        List<DataField> dataFields) {

    /** Queued at, or the booked time. */
    Instant start() {
        if (bookedFor != null) {
            return bookedFor;
        }
        return queued == null ? created : queued;
    }
}
