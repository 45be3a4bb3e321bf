package org.talon.shared.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A branch says who it is: at its start, and whenever its catalogue changes. The newest one holds. Names of services,
 * workplaces and users that are gone from the catalogue stay known at the centre. Since v1.
 *
 * @param timeZone IANA name, such as {@code Europe/Moscow}
 * @param protocolVersion {@code major.minor} of these events; readers understand every minor of their own major
 */
public record BranchIntroduced(
        String name,
        @Nullable String organizationName,
        @Nullable String organizationFullName,
        @Nullable String organizationAddress,
        @Nullable String organizationPhone,
        @Nullable String organizationFax,
        @Nullable String organizationEmail,
        @Nullable String integrationId,
        String timeZone,
        String protocolVersion,
        String softwareVersion,
        List<Named> products,
        List<Named> workPlaces,
        List<Named> users,
        Instant at)
        implements BranchEvent {

    public record Named(UUID id, String name) {}
}
