package org.talon.shared.federation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.ResendRequest;
import org.talon.shared.federation.Message.Place;

/**
 * How far a branch is taken in.
 *
 * @param nextSeq the number that must come next, in this epoch
 * @param lineage what of former epochs counts
 * @param offset where to read on in the branch's topic
 * @param gapSeq the number that came instead of the next one; null where nothing is missing
 * @param conflict the lowest number under which something else came than is in; null where none did
 * @param keptFrom the branch no longer has what came before it; null where it has not said so
 * @param lastAt when the last event that is in happened, by the branch's clock; null where that is not known
 * @param lastSeen by the centre's clock
 * @param completeTo every change that the branch had committed by then is in
 */
public record BranchPosition(
        UUID branchId,
        int epoch,
        long nextSeq,
        Lineage lineage,
        long offset,
        @Nullable Long gapSeq,
        @Nullable Place conflict,
        @Nullable Place keptFrom,
        @Nullable Instant lastAt,
        @Nullable Instant lastSeen,
        @Nullable Announcement announced,
        @Nullable Instant completeTo) {

    /** What the branch last said of itself: its changes committed by {@code at} are numbered up to {@code lastSeq}. */
    public record Announcement(int epoch, long lastSeq, Instant at) {}

    /** Of a branch that was never heard of. */
    public static BranchPosition first(UUID branchId) {
        return new BranchPosition(branchId, 1, 1, Lineage.FIRST, 0, null, null, null, null, null, null, null);
    }

    /** What the branch is to be asked for: events that will not come by themselves, or an end to two histories. */
    public Optional<ResendRequest> asks(Instant now) {
        if (conflict != null) {
            return Optional.of(new ResendRequest(branchId, conflict.epoch(), conflict.seq(), now, true));
        }
        return lacksEvents() && !isCutOff()
                ? Optional.of(new ResendRequest(branchId, epoch, nextSeq, now, null))
                : Optional.empty();
    }

    private boolean lacksEvents() {
        return gapSeq != null || (announced != null && !isIn(announced));
    }

    /** Whether what must come next never will: the branch no longer has it. */
    public boolean isCutOff() {
        return lacksEvents() && keptFrom != null && new Place(epoch, nextSeq).isBefore(keptFrom);
    }

    BranchPosition completeTo(Instant at) {
        return new BranchPosition(
                branchId, epoch, nextSeq, lineage, offset, gapSeq, conflict, keptFrom, lastAt, lastSeen, announced, at);
    }

    boolean isIn(Announcement last) {
        return last.lastSeq() == 0 || (last.epoch() == epoch && nextSeq > last.lastSeq());
    }
}
