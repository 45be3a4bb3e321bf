package org.talon.torture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.talon.report.CannotRun;

/** What the databases themselves say: of a branch by itself, and of branch and centre, row by row, both ways. */
final class Books {

    /** The same columns of both logs: of the centre's what is the history of the branch, which may have been restored. */
    private static final String BRANCH_LOG = """
            select event_id, type, version, occurred_at, business_date, business_hour, data::jsonb from outbox""";

    private static final String CENTRE_LOG = """
            select event_id, type, version, occurred_at, business_date, business_hour, data
            from event_log join branch_position p using (branch_id)
            where branch_id = '%s' and type <> 'EpochBegan'
              and (event_log.epoch = p.epoch
                   or seq <= (select lineage[3 * n - 1] from generate_series(1, cardinality(lineage) / 3) as n
                              where lineage[3 * n - 2] = event_log.epoch))""";

    private static final String BRANCH_SERVICES = """
            select id, ticket_id, product_id, replace(initcap(replace(state, '_', ' ')), ' ', ''), priority, ended_at
            from ticket_product""";

    private static final String CENTRE_SERVICES = """
            select id, ticket_id, product_id, state, priority, ended_at
            from ticket_product where branch_id = '%s'""";

    private static final String NOT_SO = """
            select count(*) from unnest(?, ?) as told (id, state)
            left join ticket_product p using (id)
            where p.state is distinct from told.state""";

    private final Cluster branch;
    private final Cluster centre;
    private final UUID branchId;

    Books(Cluster branch, Cluster centre, UUID branchId) {
        this.branch = branch;
        this.centre = centre;
        this.branchId = branchId;
    }

    /** @return how many services are not there, or not as a caller was told */
    long notAsTold(Map<UUID, String> told) {
        try (Connection connection = branch.open();
                PreparedStatement statement = connection.prepareStatement(NOT_SO)) {
            statement.setArray(1, connection.createArrayOf("uuid", told.keySet().toArray()));
            statement.setArray(2, connection.createArrayOf("text", told.values().toArray()));
            return numberOf(statement.executeQuery());
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    long eventsInBranch() {
        try (Connection connection = branch.open();
                Statement statement = connection.createStatement()) {
            return numberOf(statement.executeQuery("select count(*) from outbox"));
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    /** @return rows of either log that the other one has not, or has less often */
    long differentEvents() {
        return different(BRANCH_LOG, CENTRE_LOG);
    }

    /** Likewise of the services of tickets, as they stand. */
    long differentServices() {
        return different(BRANCH_SERVICES, CENTRE_SERVICES);
    }

    private long different(String there, String here) {
        try (Connection far = branch.open();
                Connection near = centre.open();
                Statement statement = near.createStatement()) {
            near.setAutoCommit(false);
            String ours = here.formatted(branchId);
            statement.execute("create temp table theirs on commit drop as " + ours + " limit 0");
            carry(far, there, near);
            return numberOf(statement.executeQuery("""
                    select count(*) from (
                        (select * from theirs except all %1$s) union all (%1$s except all select * from theirs)) d""".formatted(ours)));
        } catch (SQLException | IOException failed) {
            throw failed(failed);
        }
    }

    private static void carry(Connection from, String query, Connection to) throws SQLException, IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        from.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout", rows);
        to.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy theirs from stdin", new ByteArrayInputStream(rows.toByteArray()));
    }

    private static long numberOf(ResultSet rows) throws SQLException {
        try (rows) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static CannotRun failed(Exception e) {
        return new CannotRun("the databases cannot be compared: " + e.getMessage(), e);
    }
}
