package org.talon.shared.event;

import java.time.Instant;

/**
 * The branch keeps its events from {@code firstSeq} of {@code firstEpoch} on: what came before was acknowledged by Kafka, and its time
 * is over. Said to a centre that asks for it all the same. Carries no sequence number itself and is not kept. Since v1, protocol 1.3.
 */
public record LogBegins(int firstEpoch, long firstSeq, Instant at) implements BranchEvent {}
