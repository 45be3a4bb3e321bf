package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;

/** An operator took a workplace. Since v1. */
public record WorkPlaceOpened(UUID workPlaceId, UUID userId, Instant at) implements BranchEvent {}
