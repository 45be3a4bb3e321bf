package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visitor was called to a workplace, for the {@code calls}-th time. The first call carries the wait: whole seconds
 * since first queueing and whether they are within the service's target; later calls carry null. Since v1.
 */
public record VisitorInvited(
        UUID ticketProductId,
        UUID ticketId,
        UUID productId,
        UUID workPlaceId,
        UUID userId,
        int calls,
        @Nullable Long waitedSeconds,
        @Nullable Boolean withinTarget,
        Instant at)
        implements BranchEvent {}
