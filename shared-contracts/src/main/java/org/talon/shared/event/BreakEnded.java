package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;

/** A break is over. An operator who leaves during one is told of by {@link WorkPlaceClosed} alone. Since v1. */
public record BreakEnded(UUID workPlaceId, UUID userId, Instant at) implements BranchEvent {}
