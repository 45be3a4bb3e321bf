package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.talon.shared.event.BranchIntroduced;
import org.talon.shared.federation.Message.Fact;

/** Who the branches are and what their ids are called; the newest introduction holds, names that are gone stay. */
final class Introductions implements Projection {

    private record NameKey(UUID branchId, String kind, UUID id) {}

    private static final String WRITE_BRANCHES = """
            insert into branch (id, name, organization_name, organization_full_name, organization_address,
                                organization_phone, organization_fax, organization_email, integration_id, time_zone,
                                protocol_version, software_version, introduced_at)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint branch_pk do update
            set name = excluded.name,
                organization_name = excluded.organization_name,
                organization_full_name = excluded.organization_full_name,
                organization_address = excluded.organization_address,
                organization_phone = excluded.organization_phone,
                organization_fax = excluded.organization_fax,
                organization_email = excluded.organization_email,
                integration_id = excluded.integration_id,
                time_zone = excluded.time_zone,
                protocol_version = excluded.protocol_version,
                software_version = excluded.software_version,
                introduced_at = excluded.introduced_at""";

    private static final String WRITE_NAMES = """
            insert into branch_name (branch_id, kind, id, name)
            select * from unnest(?, ?, ?, ?)
            on conflict on constraint branch_name_pk do update set name = excluded.name""";

    private final Map<UUID, BranchIntroduced> newest = new LinkedHashMap<>();
    private final Map<NameKey, String> names = new LinkedHashMap<>();

    @Override
    public void add(Fact fact) {
        if (fact.event() instanceof BranchIntroduced e) {
            newest.put(fact.branchId(), e);
            addNames(fact.branchId(), "product", e.products());
            addNames(fact.branchId(), "workplace", e.workPlaces());
            addNames(fact.branchId(), "user", e.users());
        }
    }

    private void addNames(UUID branchId, String kind, List<BranchIntroduced.Named> named) {
        named.forEach(one -> names.put(new NameKey(branchId, kind, one.id()), one.name()));
    }

    @Override
    public void write(Connection connection) throws SQLException {
        if (newest.isEmpty()) {
            return;
        }
        branches().send(connection, WRITE_BRANCHES);
        Rows rows = new Rows("uuid text uuid text");
        names.forEach((key, name) -> rows.add(key.branchId, key.kind, key.id, name));
        rows.send(connection, WRITE_NAMES);
    }

    private Rows branches() {
        Rows rows = new Rows("uuid text text text text text text text text text text text timestamptz");
        newest.forEach((id, e) -> rows.add(
                id,
                e.name(),
                e.organizationName(),
                e.organizationFullName(),
                e.organizationAddress(),
                e.organizationPhone(),
                e.organizationFax(),
                e.organizationEmail(),
                e.integrationId(),
                e.timeZone(),
                e.protocolVersion(),
                e.softwareVersion(),
                e.at()));
        return rows;
    }
}
