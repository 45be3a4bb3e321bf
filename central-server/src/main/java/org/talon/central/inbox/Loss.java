package org.talon.central.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a branch that are not in, and that it no longer keeps.
 *
 * @param fromSeq the first of them, in {@code fromEpoch}
 * @param keptSeq the first one after them that the branch still had
 * @param acceptedAt null while nobody has accepted that they are lost: until then nothing is taken in of the branch
 */
public record Loss(
        UUID serverId,
        int fromEpoch,
        long fromSeq,
        int keptEpoch,
        long keptSeq,
        @Nullable Instant acceptedAt,
        @Nullable String acceptedBy) {}
