package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;

/** A waiting service of a ticket was cancelled, by the visitor or for him. Since v1. */
public record ProductCancelled(UUID ticketProductId, UUID ticketId, UUID productId, Instant at)
        implements BranchEvent {}
