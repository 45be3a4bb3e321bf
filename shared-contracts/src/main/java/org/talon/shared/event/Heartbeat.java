package org.talon.shared.event;

import java.time.Instant;

/**
 * Every change that the branch had committed by {@code at} has a sequence number up to {@code lastSeq} of the
 * envelope's epoch. Not itself a fact of the branch: it carries no sequence number and is not kept. Since v1.
 */
public record Heartbeat(long lastSeq, Instant at) implements BranchEvent {}
