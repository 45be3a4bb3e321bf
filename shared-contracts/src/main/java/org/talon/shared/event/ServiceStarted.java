package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;

/** A called visitor came; service began. Since v1. */
public record ServiceStarted(
        UUID ticketProductId, UUID ticketId, UUID productId, UUID workPlaceId, UUID userId, Instant at)
        implements BranchEvent {}
