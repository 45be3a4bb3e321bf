package org.talon.central.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.federation.BranchPosition;

/**
 * What the centre has received of a branch.
 *
 * @param lastSeen by the centre's clock; null where it never spoke
 * @param completeTo every change that the branch had committed by then is in; null where that is not known
 * @param behind what the branch has told of and is not in, for a person; null where nothing is
 * @param divergent what is missing, unreadable or not as the branch says it is, for a person; null where nothing is
 */
public record Reception(
        UUID branchId,
        @Nullable Instant lastSeen,
        @Nullable Instant completeTo,
        @Nullable String behind,
        @Nullable String divergent) {

    /**
     * @param forked the newest place at which the branch took up anew and lost events; null where nobody must be told
     * @param difference of the newest day that is not what its branch says it is
     */
    static Reception of(
            BranchPosition at,
            @Nullable String forked,
            long quarantined,
            @Nullable String quarantineReason,
            @Nullable String difference) {
        return new Reception(
                at.branchId(),
                at.lastSeen(),
                at.completeTo(),
                behind(at),
                divergent(at, forked, quarantined, quarantineReason, difference));
    }

    /** The worst first. */
    private static @Nullable String divergent(
            BranchPosition at,
            @Nullable String forked,
            long quarantined,
            @Nullable String quarantineReason,
            @Nullable String difference) {
        if (at.conflict() != null) {
            return "forked at seq " + (at.conflict().seq() - 1) + ": two histories come under the same numbers";
        }
        if (forked != null) {
            return forked;
        }
        if (at.isCutOff()) {
            return "seq " + at.nextSeq() + " of epoch " + at.epoch()
                    + " and what follows it are missing, and the branch no longer keeps them";
        }
        if (at.gapSeq() != null) {
            return "expected seq " + at.nextSeq() + ", got " + at.gapSeq();
        }
        return quarantined > 0 ? quarantined + " unreadable: " + quarantineReason : difference;
    }

    private static @Nullable String behind(BranchPosition at) {
        BranchPosition.Announcement announced = at.announced();
        if (announced == null) {
            return "the branch has not said yet how far it is";
        }
        if (announced.at().equals(at.completeTo())) {
            return null;
        }
        return "the branch is at seq " + announced.lastSeq() + ", taken in up to " + (at.nextSeq() - 1);
    }
}
