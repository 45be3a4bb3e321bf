package org.talon.central.network;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talon.central.inbox.Decision;
import org.talon.central.inbox.Standing;
import org.talon.shared.wire.Completeness;

/**
 * A branch as the centre shows it.
 *
 * @param isConnected whether it spoke within the limit and is listened to
 * @param lastSeen by the centre's clock
 * @param blocked null where it is not
 * @param clockSkewSeconds by how much its clock is wrong, above zero where it is ahead; null where it is right
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
        Completeness completeness,
        @Nullable Blocked blocked,
        @Nullable Long clockSkewSeconds) {

    /** By whom and why it is not listened to. */
    public record Blocked(
            Instant since, String by, @Nullable String reason) {

        static @Nullable Blocked of(@Nullable Decision decision) {
            return decision == null || decision.standing() != Standing.BLOCKED
                    ? null
                    : new Blocked(decision.since(), decision.by(), decision.reason());
        }
    }

    static Server of(
            RegisteredBranch branch,
            @Nullable Instant lastSeen,
            Completeness completeness,
            @Nullable Blocked blocked,
            @Nullable Long clockSkewSeconds) {
        return new Server(
                branch.id,
                branch.name,
                completeness.state() != Completeness.State.SILENT && blocked == null,
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
                completeness,
                blocked,
                clockSkewSeconds);
    }

    /** A zone that this machine does not know must not hide the other branches. */
    public ZoneId zone() {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /** What stands in the header {@code X-Completeness}: {@code exact}, or the ids of those that are not. */
    public static String completenessOf(List<Server> servers) {
        String inexact = servers.stream()
                .filter(server -> !server.exact())
                .map(server -> server.id.toString())
                .collect(Collectors.joining(","));
        return inexact.isEmpty() ? "exact" : inexact;
    }

    /** Named so that it is no key of its JSON. */
    public boolean exact() {
        return completeness.state() == Completeness.State.EXACT;
    }
}
