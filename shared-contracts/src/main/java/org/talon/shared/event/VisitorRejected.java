package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;

/** A called visitor did not come. Since v1. */
public record VisitorRejected(
        UUID ticketProductId, UUID ticketId, UUID productId, UUID workPlaceId, UUID userId, Instant at)
        implements BranchEvent {}
