package org.talon.central.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.talon.shared.http.DomainException;

/**
 * A decision on a branch takes effect between two of its batches: all that was taken in by then counts, and nothing is taken in
 * after it. Both change the row of the branch's position, and a batch moves that of an active branch alone.
 */
@ApplicationScoped
public class Standings {

    private static final String MOVE =
            "update branch_position set standing = ? where branch_id = ? and standing = any (?)";

    private static final String FOUND = "select standing from branch_position where branch_id = ?";

    private static final String NOTE = """
            insert into branch_decision (branch_id, standing, decided_at, decided_by, reason)
            values (?, ?, ?, ?, ?)""";

    private static final String NEWEST = """
            select distinct on (branch_id) branch_id, standing, decided_at, decided_by, reason
            from branch_decision order by branch_id, id desc""";

    private final DataSource database;
    private final Clock clock;

    Standings(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    public Decision decide(Move move, UUID branchId, String by, @Nullable String reason) {
        Decision decision = new Decision(move.to(), clock.instant(), by, reason);
        try (Connection connection = database.getConnection()) {
            if (!moves(move, branchId, connection)) {
                throw move.refusalAt(found(branchId, connection));
            }
            note(branchId, decision, connection);
            return decision;
        } catch (SQLException failure) {
            throw new IllegalStateException("the standing of branch " + branchId + " cannot be changed", failure);
        }
    }

    /** The newest of each branch on which somebody ever decided. */
    public Map<UUID, Decision> all() {
        Map<UUID, Decision> all = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement newest = connection.prepareStatement(NEWEST);
                ResultSet row = newest.executeQuery()) {
            while (row.next()) {
                all.put(row.getObject(1, UUID.class), decisionOf(row));
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException("the decisions on branches cannot be read", failure);
        }
    }

    /** Waits for a batch of the branch that is under way. */
    private static boolean moves(Move move, UUID branchId, Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setString(1, move.to().word());
            update.setObject(2, branchId);
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "text", move.from().stream().map(Standing::word).toArray()));
            return update.executeUpdate() == 1;
        }
    }

    private static Standing found(UUID branchId, Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FOUND)) {
            select.setObject(1, branchId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new DomainException(
                            DomainException.Kind.UNKNOWN, "unknown-server", "no server has the id " + branchId);
                }
                return Standing.of(row.getString(1));
            }
        }
    }

    private static void note(UUID branchId, Decision decision, Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
            insert.setObject(1, branchId);
            insert.setString(2, decision.standing().word());
            insert.setObject(3, OffsetDateTime.ofInstant(decision.since(), ZoneOffset.UTC));
            insert.setString(4, decision.by());
            insert.setString(5, decision.reason());
            insert.executeUpdate();
        }
    }

    private static Decision decisionOf(ResultSet row) throws SQLException {
        Instant since = row.getObject(3, OffsetDateTime.class).toInstant();
        return new Decision(Standing.of(row.getString(2)), since, row.getString(4), row.getString(5));
    }
}
