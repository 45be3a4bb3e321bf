package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;

/** A waiting service of a ticket got another priority, −100…100, higher first. Since v1. */
public record PriorityChanged(UUID ticketProductId, UUID ticketId, UUID productId, int priority, Instant at)
        implements BranchEvent {}
