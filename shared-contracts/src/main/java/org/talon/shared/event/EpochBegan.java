package org.talon.shared.event;

import java.time.Instant;

/**
 * The branch numbers anew, because its database was restored and others may have numbers of it that it no longer knows. It is
 * number 1 of its epoch. Its history is that of {@code previousEpoch} up to {@code lastSeq}, and then this epoch; what was
 * sent behind {@code lastSeq} is not in its records. Since v1, protocol 1.2.
 *
 * @param previousEpoch lower than this epoch, not always by one
 * @param lastSeq 0 where nothing of it is kept
 */
public record EpochBegan(int previousEpoch, long lastSeq, Instant at) implements BranchEvent {}
