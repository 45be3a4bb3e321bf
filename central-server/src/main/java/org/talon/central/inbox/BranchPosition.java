package org.talon.central.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a branch is taken in.
 *
 * @param nextSeq the number that must come next, in this epoch
 * @param offset where to read on in the branch's topic
 * @param gapSeq the number that came instead of the next one; null where nothing is missing
 * @param lastSeen by the centre's clock
 * @param completeTo every change that the branch had committed by then is in
 */
record BranchPosition(
        UUID branchId,
        int epoch,
        long nextSeq,
        long offset,
        @Nullable Long gapSeq,
        @Nullable Instant lastSeen,
        @Nullable Announcement announced,
        @Nullable Instant completeTo) {

    /** What the branch last said of itself: its changes committed by {@code at} are numbered up to {@code lastSeq}. */
    record Announcement(int epoch, long lastSeq, Instant at) {}

    /** Of a branch that was never heard of. */
    static BranchPosition first(UUID branchId) {
        return new BranchPosition(branchId, 1, 1, 0, null, null, null, null);
    }
}
