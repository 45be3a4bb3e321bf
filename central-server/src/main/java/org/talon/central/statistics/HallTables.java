package org.talon.central.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Who is in the halls at this moment. Reads within the caller's transaction. */
@ApplicationScoped
class HallTables {

    private static final String HALLS = """
            select branch_id,
                   coalesce(t.booked, 0), coalesce(t.waiting, 0), coalesce(t.invited, 0), coalesce(t.operating, 0),
                   coalesce(t.held, 0), t.waiting_since, coalesce(w.open, 0), coalesce(w.resting, 0)
            from (
                select branch_id,
                       count(*) filter (where state = 'Booked') as booked,
                       count(*) filter (where state = 'InQueue') as waiting,
                       count(*) filter (where state = 'Invited') as invited,
                       count(*) filter (where state = 'Operating') as operating,
                       count(*) filter (where state = 'Held') as held,
                       min(queued_at) filter (where state = 'InQueue') as waiting_since
                from ticket_product
                where state in ('Booked', 'InQueue', 'Invited', 'Operating', 'Held')
                group by branch_id
            ) t
            full join (
                select branch_id, count(*) as open, count(break_since) as resting
                from work_place_session
                group by branch_id
            ) w using (branch_id)""";

    private final DataSource database;

    HallTables(DataSource database) {
        this.database = database;
    }

    /** A branch with an empty hall is not in it. */
    Map<UUID, Hall> all() {
        Map<UUID, Hall> halls = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(HALLS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                halls.put(row.getObject(1, UUID.class), hallOf(row));
            }
            return halls;
        } catch (SQLException failure) {
            throw new IllegalStateException("the halls cannot be read", failure);
        }
    }

    private static Hall hallOf(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject(7, OffsetDateTime.class);
        return new Hall(
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                since == null ? null : since.toInstant(),
                row.getLong(8),
                row.getLong(9));
    }
}
