package org.talon.central.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** @param difference of the newest day that is not what its branch says it is */
    static Reception of(
            BranchPosition at, long quarantined, @Nullable String quarantineReason, @Nullable String difference) {
        String divergent = null;
        if (at.gapSeq() != null) {
            divergent = "expected seq " + at.nextSeq() + ", got " + at.gapSeq();
        } else if (quarantined > 0) {
            divergent = quarantined + " unreadable: " + quarantineReason;
        } else {
            divergent = difference;
        }
        return new Reception(at.branchId(), at.lastSeen(), at.completeTo(), behind(at), divergent);
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
