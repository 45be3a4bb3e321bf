package org.talon.central.network;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.wire.Completeness;

/**
 * A branch as the centre shows it.
 *
 * @param isConnected whether it spoke within the limit
 * @param lastSeen by the centre's clock
 */
public record Server(
        UUID id,
        String name,
        boolean isConnected,
        boolean wrongProtocol,
        @Nullable String organizationName,
        @Nullable String organizationFullName,
        @Nullable String organizationAddress,
        @Nullable String organizationPhone,
        @Nullable String organizationFax,
        @Nullable String organizationEmail,
        @Nullable String integrationId,
        String timeZone,
        String protocolVersion,
        @Nullable Instant lastSeen,
        Completeness completeness) {

    static Server of(RegisteredBranch branch, @Nullable Instant lastSeen, Completeness completeness) {
        return new Server(
                branch.id,
                branch.name,
                completeness.state() != Completeness.State.SILENT,
                !Protocol.isUnderstood(branch.protocolVersion),
                branch.organizationName,
                branch.organizationFullName,
                branch.organizationAddress,
                branch.organizationPhone,
                branch.organizationFax,
                branch.organizationEmail,
                branch.integrationId,
                branch.timeZone,
                branch.protocolVersion,
                lastSeen,
                completeness);
    }

    /** Named so that it is no key of its JSON. */
    public boolean exact() {
        return completeness.state() == Completeness.State.EXACT;
    }
}
