package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.talon.shared.event.EventCodec;
import org.talon.shared.federation.Message.Fact;

/**
 * Which types of a branch's events this version does not know. One that it knows but cannot read is not among them: nothing would
 * be gained by reading it again.
 */
final class UnreadTypes implements Projection {

    private record OfBranch(UUID branchId, String type) {}

    private static final String ADD = """
            insert into unread_type (branch_id, type) select * from unnest(?, ?)
            on conflict on constraint unread_type_pk do nothing""";

    private final Set<OfBranch> unread = new LinkedHashSet<>();

    @Override
    public void add(Fact fact) {
        if (fact.event() == null && !EventCodec.knows(fact.envelope().type())) {
            unread.add(new OfBranch(fact.branchId(), fact.envelope().type()));
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        if (!unread.isEmpty()) {
            Rows rows = new Rows("uuid text");
            unread.forEach(one -> rows.add(one.branchId, one.type));
            rows.send(connection, ADD);
        }
    }
}
