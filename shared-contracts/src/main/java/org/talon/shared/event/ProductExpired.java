package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;

/** A booked service came to nothing: the visitor never came. Since v1. */
public record ProductExpired(UUID ticketProductId, UUID ticketId, UUID productId, Instant at) implements BranchEvent {}
