package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;

/** Service was interrupted: the visitor waits in the personal queue of the workplace to be called back. Since v1. */
public record VisitorHeld(
        UUID ticketProductId, UUID ticketId, UUID productId, UUID workPlaceId, UUID userId, Instant at)
        implements BranchEvent {}
