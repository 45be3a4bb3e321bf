package org.talon.branch.catalogue;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The branch itself: its id for ever, its names, its time zone. */
public record Branch(UUID id, String name, @Nullable String integrationId, ZoneId zone, Organization organization) {

    /** What one organisation has in every branch gets the same id in each, so that the centre can add it up. */
    String owner() {
        return organization.name() == null ? id.toString() : organization.name();
    }

    /** Whom the branch belongs to; every part may be unknown. */
    public record Organization(
            @Nullable String name,
            @Nullable String fullName,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String fax,
            @Nullable String email) {}
}
