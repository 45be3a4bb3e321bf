package org.talon.central.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What has been received of each branch that ever spoke. */
@ApplicationScoped
public class Receptions {

    private static final String ALL = """
            select p.*, f.kept_seq, f.lost, f.previous_epoch, q.quarantined, q.reason, r.business_date, r.difference
            from branch_position p
            left join (
                select distinct on (branch_id) branch_id, previous_epoch, kept_seq, lost
                from branch_fork where accepted_at is null order by branch_id, epoch desc
            ) f using (branch_id)
            left join (
                select branch_id, count(*) as quarantined, (array_agg(reason order by received_at desc))[1] as reason
                from quarantine where settled_at is null group by branch_id
            ) q using (branch_id)
            left join (
                select distinct on (branch_id) branch_id, business_date, difference
                from reconciliation r where difference is not null
                  -- Of what is lost a day stays another one; its branch is judged by later ones, once it speaks of any.
                  and not exists (select from branch_lost_days d join reconciliation later using (branch_id)
                                  where d.branch_id = r.branch_id
                                    and r.business_date between d.first_day and d.last_day
                                    and later.business_date > d.last_day)
                order by branch_id, business_date desc
            ) r using (branch_id)""";

    private final DataSource database;

    Receptions(DataSource database) {
        this.database = database;
    }

    public Map<UUID, Reception> all() {
        Map<UUID, Reception> all = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Reception reception = Reception.of(
                        BranchPositions.positionOf(row),
                        forked(row),
                        row.getLong("quarantined"),
                        row.getString("reason"),
                        row.getString("difference") == null
                                ? null
                                : row.getString("business_date") + ": " + row.getString("difference"));
                all.put(reception.branchId(), reception);
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException("the receptions cannot be read", failure);
        }
    }

    private static @Nullable String forked(ResultSet row) throws SQLException {
        long lost = row.getLong("lost");
        return row.wasNull()
                ? null
                : "forked at seq %d of epoch %d: the branch was restored; %d numbers that had come count no more"
                        .formatted(row.getLong("kept_seq"), row.getInt("previous_epoch"), lost);
    }
}
