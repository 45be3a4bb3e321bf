package org.talon.central.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.central.inbox.Reconciliation;
import org.talon.shared.wire.Completeness.State;

/**
 * A date of a branch, held against what the branch says of it.
 *
 * @param events that are in of the date
 * @param asOf when the branch said so, by its clock
 */
record ReconciliationView(
        UUID serverId,
        LocalDate date,
        String branchDigest,
        String centreDigest,
        long events,
        State state,
        @Nullable String reason,
        Instant asOf) {

    static ReconciliationView of(Reconciliation day) {
        return new ReconciliationView(
                day.branchId(),
                day.date(),
                day.branchEvents() + ":" + day.branchHash(),
                day.centreEvents() + ":" + day.centreHash(),
                day.centreEvents(),
                day.difference() == null ? State.EXACT : State.DIVERGENT,
                day.difference(),
                day.saidAt());
    }
}
