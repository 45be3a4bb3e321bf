package org.talon.shared.figures;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure is filed: the finest group that any statistics can ask for.
 *
 * @param hour 0…23, branch-local
 * @param userId who called or served; null where nobody did (an issue, a cancellation)
 * @param workPlaceId where; null likewise
 */
public record FigureKey(
        LocalDate date,
        int hour,
        UUID productId,
        @Nullable UUID userId,
        @Nullable UUID workPlaceId) {}
