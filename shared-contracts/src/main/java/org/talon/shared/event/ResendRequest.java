package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The centre lacks the events of a branch from {@code fromSeq} of {@code epoch} on, and asks for them again. It repeats
 * itself until they come, so one that is lost or comes twice does no harm. Since v1.
 *
 * @param at by the centre's clock
 * @param conflicting true where the centre does not lack them but has others under these numbers, so that the branch must
 *     begin a new epoch before them; null or absent elsewhere; since protocol 1.2
 */
public record ResendRequest(
        UUID branchId,
        int epoch,
        long fromSeq,
        Instant at,
        @Nullable Boolean conflicting) {

    /** The topic on which the centre asks and every branch listens. */
    public static final String TOPIC = "talon.control.v1";
}
