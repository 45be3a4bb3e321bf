package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;

/** Service ended well. {@code servedSeconds}: whole seconds of service in all. Since v1. */
public record ServiceCompleted(
        UUID ticketProductId,
        UUID ticketId,
        UUID productId,
        UUID workPlaceId,
        UUID userId,
        long servedSeconds,
        Instant at)
        implements BranchEvent {}
