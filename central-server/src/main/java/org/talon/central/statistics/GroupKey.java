package org.talon.central.statistics;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One group of figures; null is what is not grouped by, or what has no user or workplace. */
record GroupKey(
        @Nullable LocalDate date,
        @Nullable Integer hour,
        @Nullable UUID serverId,
        @Nullable UUID productId,
        @Nullable UUID userId,
        @Nullable UUID workPlaceId) {}
