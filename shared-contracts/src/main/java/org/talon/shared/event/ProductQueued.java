package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A booked service, or one of a route, waits from now on: its time has come, or its visitor. {@code waitingSince}: from
 * when its wait counts, which lies ahead where the visitor came before the booked time. Since v1.
 */
public record ProductQueued(UUID ticketProductId, UUID ticketId, UUID productId, Instant waitingSince, Instant at)
        implements BranchEvent {}
