package org.talon.central.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.federation.Batch;
import org.talon.shared.federation.BranchCursor;
import org.talon.shared.federation.Message;
import org.talon.shared.federation.Message.LifeSign;

/** Keeps what heartbeats tell of the branches' clocks, in the transaction of the batch in which they come. */
@ApplicationScoped
class BranchClocks {

    private static final String FIND =
            "select branch_id, lag_millis, steady_since, skew_millis from branch_clock where branch_id = any (?)";

    private static final String WRITE = """
            insert into branch_clock (branch_id, lag_millis, steady_since, skew_millis)
            select * from unnest(?, ?, ?, ?)
            on conflict on constraint branch_clock_pk do update
            set lag_millis = excluded.lag_millis, steady_since = excluded.steady_since,
                skew_millis = excluded.skew_millis""";

    private final ClockConfig limits;

    BranchClocks(ClockConfig limits) {
        this.limits = limits;
    }

    /** To be called when the positions are claimed, so that nobody else writes of the same branches. */
    void hear(List<Message> messages, Batch batch, Instant now, Connection connection) throws SQLException {
        Map<UUID, Instant> said = newest(messages, batch);
        if (said.isEmpty()) {
            return;
        }
        Map<UUID, BranchClock> known = known(said.keySet(), connection);
        Rows rows = new Rows("uuid int8 timestamptz int8");
        said.forEach((branchId, at) -> {
            BranchClock before = known.get(branchId);
            BranchClock after = before == null ? BranchClock.heard(at, now, limits) : before.hears(at, now, limits);
            if (!after.equals(before)) {
                rows.add(branchId, after.lag().toMillis(), after.steadySince(), millis(after.skew()));
            }
        });
        if (!rows.isEmpty()) {
            rows.send(connection, WRITE);
        }
    }

    /** Of a backlog that comes at once only the last one is of now; one that is read again after a restart is of then. */
    private static Map<UUID, Instant> newest(List<Message> messages, Batch batch) {
        Map<UUID, Long> begins = new HashMap<>();
        for (BranchCursor cursor : batch.cursors()) {
            begins.put(cursor.from().branchId(), cursor.from().offset());
        }
        Map<UUID, Instant> said = new HashMap<>();
        for (Message message : messages) {
            if (message instanceof LifeSign sign
                    && sign.source().offset() >= begins.getOrDefault(sign.branchId(), 0L)) {
                said.put(sign.branchId(), sign.heartbeat().at());
            }
        }
        return said;
    }

    private static Map<UUID, BranchClock> known(Set<UUID> branches, Connection connection) throws SQLException {
        Map<UUID, BranchClock> known = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setArray(1, connection.createArrayOf("uuid", branches.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    known.put(row.getObject(1, UUID.class), clockOf(row));
                }
            }
        }
        return known;
    }

    private static BranchClock clockOf(ResultSet row) throws SQLException {
        Long skew = row.getObject(4, Long.class);
        return new BranchClock(
                Duration.ofMillis(row.getLong(2)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                skew == null ? null : Duration.ofMillis(skew));
    }

    private static @Nullable Long millis(@Nullable Duration skew) {
        return skew == null ? null : skew.toMillis();
    }
}
