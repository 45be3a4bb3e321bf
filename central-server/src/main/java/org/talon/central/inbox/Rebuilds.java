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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes all that follows from the events anew, branch by branch: each in one transaction that also notes that it is done, so that a
 * rebuild which is interrupted goes on where it was.
 */
@ApplicationScoped
public class Rebuilds {

    private static final String ASK = """
            insert into rebuild (branch_id, asked_at)
            select branch_id, ?::timestamptz from unnest(?) as n (branch_id)
            on conflict on constraint rebuild_pk do update
            set asked_at = excluded.asked_at, done_at = null, events = null, before = null, after = null""";

    private static final String NEXT = """
            select branch_id from rebuild where done_at is null
            order by asked_at, branch_id for update skip locked limit 1""";

    private static final String DONE =
            "update rebuild set done_at = ?, events = ?, before = ?, after = ? where branch_id = ?";

    private static final String ALL =
            "select branch_id, asked_at, done_at, events, before, after from rebuild order by asked_at, branch_id";

    private final DataSource database;
    private final Clock clock;

    Rebuilds(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What was asked for, and what became of it.
     *
     * @param doneAt null while it is to be done
     */
    public record Rebuild(
            UUID branchId,
            Instant askedAt,
            @Nullable Instant doneAt,
            @Nullable Long events,
            @Nullable String before,
            @Nullable String after) {}

    @Transactional
    public void ask(Collection<UUID> branches) {
        Rows rows = new Rows("uuid");
        branches.forEach(rows::add);
        try (Connection connection = database.getConnection()) {
            rows.send(connection, ASK, clock.instant().toString());
        } catch (SQLException failure) {
            throw new IllegalStateException("a rebuild cannot be asked for", failure);
        }
    }

    public List<Rebuild> all() {
        List<Rebuild> all = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
                all.add(new Rebuild(
                        row.getObject("branch_id", UUID.class),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        done == null ? null : done.toInstant(),
                        row.getObject("events", Long.class),
                        row.getString("before"),
                        row.getString("after")));
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException("the rebuilds cannot be read", failure);
        }
    }

    /** One that failed, and changed nothing. */
    static final class Failed extends Exception {
        private final UUID branchId;

        Failed(UUID branchId, Exception cause) {
            super("the figures of branch " + branchId + " could not be made anew", cause);
            this.branchId = branchId;
        }

        UUID branchId() {
            return branchId;
        }
    }

    /** Does one that nobody else does; false where none is left. */
    @Transactional(rollbackOn = Exception.class)
    boolean doNext() throws SQLException, Failed {
        try (Connection connection = database.getConnection()) {
            UUID branchId = next(connection);
            if (branchId != null) {
                doNow(branchId, connection);
            }
            return branchId != null;
        }
    }

    /** Those that nothing is known against come first. */
    @Transactional
    void putLast(UUID branchId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement later =
                        connection.prepareStatement("update rebuild set asked_at = ? where branch_id = ?")) {
            later.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            later.setObject(2, branchId);
            later.executeUpdate();
        }
    }

    private void doNow(UUID branchId, Connection connection) throws Failed {
        try {
            Instant now = clock.instant();
            RebuildBranch rebuild = new RebuildBranch(connection, now);
            rebuild.lock(branchId);
            String before = Fingerprint.of(branchId, connection);
            long events = rebuild.of(branchId);
            try (PreparedStatement done = connection.prepareStatement(DONE)) {
                done.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                done.setLong(2, events);
                done.setString(3, before);
                done.setString(4, Fingerprint.of(branchId, connection));
                done.setObject(5, branchId);
                done.executeUpdate();
            }
        } catch (SQLException | RuntimeException failed) {
            throw new Failed(branchId, failed);
        }
    }

    private static @Nullable UUID next(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getObject(1, UUID.class) : null;
        }
    }
}
