package org.talon.central.network;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A branch as it last introduced itself. Written by the inbox, only read here. */
@Entity
@Immutable
@Table(name = "branch")
class RegisteredBranch {

    @Id
    UUID id;

    String name;

    @Column(name = "organization_name")
    @Nullable String organizationName;

    @Column(name = "organization_full_name")
    @Nullable String organizationFullName;

    @Column(name = "organization_address")
    @Nullable String organizationAddress;

    @Column(name = "organization_phone")
    @Nullable String organizationPhone;

    @Column(name = "organization_fax")
    @Nullable String organizationFax;

    @Column(name = "organization_email")
    @Nullable String organizationEmail;

    @Column(name = "integration_id")
    @Nullable String integrationId;

    @Column(name = "time_zone")
    String timeZone;

    @Column(name = "protocol_version")
    String protocolVersion;

    @Column(name = "software_version")
    String softwareVersion;

    @Column(name = "introduced_at")
    Instant introducedAt;
}
