package org.talon.central.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A date of a branch as the branch last said it was, and as it was here when all that the branch spoke of was in.
 *
 * @param difference for a person; null where they are the same
 * @param saidAt by the branch's clock
 */
public record Reconciliation(
        UUID branchId,
        LocalDate date,
        long branchEvents,
        String branchHash,
        long centreEvents,
        String centreHash,
        @Nullable String difference,
        Instant saidAt) {}
