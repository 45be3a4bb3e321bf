package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;

/** One more service was added to an open ticket, and waits; {@code priority} −100…100, higher first. Since v1. */
public record ProductAdded(UUID ticketProductId, UUID ticketId, UUID productId, int priority, Instant at)
        implements BranchEvent {}
