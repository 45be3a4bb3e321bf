package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;

/** An operator left a workplace. Since v1. */
public record WorkPlaceClosed(UUID workPlaceId, UUID userId, Instant at) implements BranchEvent {}
