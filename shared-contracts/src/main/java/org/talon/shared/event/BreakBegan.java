package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;

/** An operator began a break; the workplace stays his. Since v1. */
public record BreakBegan(UUID workPlaceId, UUID userId, Instant at) implements BranchEvent {}
