package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;

/**
 * The centre lacks the events of a branch from {@code fromSeq} of {@code epoch} on, and asks for them again. It repeats
 * itself until they come, so one that is lost or comes twice does no harm. Since v1.
 *
 * @param at by the centre's clock
 */
public record ResendRequest(UUID branchId, int epoch, long fromSeq, Instant at) {

    /** The topic on which the centre asks and every branch listens. */
    public static final String TOPIC = "talon.control.v1";
}
