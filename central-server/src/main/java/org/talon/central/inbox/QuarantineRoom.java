package org.talon.central.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.talon.shared.federation.Message;
import org.talon.shared.federation.Message.Fact;
import org.talon.shared.federation.Message.Poison;
import org.talon.shared.federation.MessageReader;
import org.talon.shared.federation.Received;

/**
 * Lets messages out of quarantine: those that can be read by now take the place that was kept for them, and all that follows from
 * their branch's events is made anew, so that they count as if they had been read when they came.
 */
@ApplicationScoped
public class QuarantineRoom {

    private static final String UNSETTLED = """
            select topic, partition, kafka_offset, branch_id, epoch, seq, reason, received_at, bytes
            from quarantine where settled_at is null and (?::uuid is null or branch_id = ?)
            order by received_at, topic, partition, kafka_offset""";

    private static final String SETTLE = """
            update quarantine set settled_at = ?, settled_how = ?
            where topic = ? and partition = ? and kafka_offset = ? and settled_at is null""";

    private static final String GIVE_ANOTHER_REASON =
            "update quarantine set reason = ? where topic = ? and partition = ? and kafka_offset = ?";

    private static final String LOCK = "select next_seq, epoch from branch_position where branch_id = ? for update";

    private final DataSource database;
    private final Clock clock;
    private final MessageReader reader = new MessageReader();

    QuarantineRoom(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A message that nobody could read.
     *
     * @param branchId null where not even the topic tells whose it is
     * @param seq null where not even that can be told
     */
    public record Quarantined(
            String topic,
            int partition,
            long offset,
            @Nullable UUID branchId,
            @Nullable Integer epoch,
            @Nullable Long seq,
            String reason,
            Instant receivedAt) {}

    /** What became of them. */
    public record Settled(int settled, int left) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(Quarantined message, byte[] bytes) {}

    /** @param branchId of one branch; of all where null */
    public List<Quarantined> all(@Nullable UUID branchId) {
        try (Connection connection = database.getConnection()) {
            return unsettled(connection, branchId).stream().map(Kept::message).toList();
        } catch (SQLException failure) {
            throw new IllegalStateException("the quarantine cannot be read", failure);
        }
    }

    /** Gives them up: they stay, and no longer make their branch divergent. What they told of is lost. */
    @Transactional
    public Settled discard(@Nullable UUID branchId) {
        try (Connection connection = database.getConnection()) {
            List<Kept> kept = unsettled(connection, branchId);
            for (Kept one : kept) {
                settle(connection, one.message, "discarded");
            }
            return new Settled(kept.size(), 0);
        } catch (SQLException failure) {
            throw new IllegalStateException("the quarantine cannot be changed", failure);
        }
    }

    /** Reads them again. What still cannot be read stays, with the reason of today. */
    @Transactional
    public Settled replay(@Nullable UUID branchId) {
        try (Connection connection = database.getConnection()) {
            List<Kept> kept = unsettled(connection, branchId);
            int settled = 0;
            for (Kept one : kept) {
                settled += replay(connection, one) ? 1 : 0;
            }
            return new Settled(settled, kept.size() - settled);
        } catch (SQLException failure) {
            throw new IllegalStateException("the quarantine cannot be changed", failure);
        }
    }

    private boolean replay(Connection connection, Kept kept) throws SQLException {
        Quarantined was = kept.message;
        Message message = reader.read(new Received(was.topic, was.partition, was.offset, kept.bytes));
        if (message instanceof Poison still) {
            giveReason(connection, was, still.reason());
            return false;
        }
        String refused = message instanceof Fact fact ? take(connection, fact) : null;
        if (refused != null) {
            giveReason(connection, was, refused);
            return false;
        }
        settle(connection, was, "replayed");
        return true;
    }

    /** Why it cannot be taken in; null where it is in. */
    private @Nullable String take(Connection connection, Fact fact) throws SQLException {
        if (!isPassed(connection, fact)) {
            return "its number has not come yet: its branch will be asked for it";
        }
        run(connection, "savepoint before_it");
        try {
            RawLog log = new RawLog(clock.instant());
            log.add(fact);
            log.write(connection);
            new RebuildBranch(connection, clock.instant()).of(fact.branchId());
            return null;
        } catch (SQLException refused) {
            run(connection, "rollback to savepoint before_it");
            return "the database refuses it: " + refused.getMessage();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether its place was kept for it: all up to it is in, but for it. */
    private static boolean isPassed(Connection connection, Fact fact) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setObject(1, fact.branchId());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        && (fact.epoch() < row.getInt("epoch")
                                || (fact.epoch() == row.getInt("epoch") && fact.seq() < row.getLong("next_seq")));
            }
        }
    }

    private void settle(Connection connection, Quarantined message, String how) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SETTLE)) {
            statement.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            statement.setString(2, how);
            statement.setString(3, message.topic);
            statement.setInt(4, message.partition);
            statement.setLong(5, message.offset);
            statement.executeUpdate();
        }
    }

    private static void giveReason(Connection connection, Quarantined message, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(GIVE_ANOTHER_REASON)) {
            statement.setString(1, reason.replace('\0', ' '));
            statement.setString(2, message.topic);
            statement.setInt(3, message.partition);
            statement.setLong(4, message.offset);
            statement.executeUpdate();
        }
    }

    private static List<Kept> unsettled(Connection connection, @Nullable UUID branchId) throws SQLException {
        List<Kept> kept = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(UNSETTLED)) {
            statement.setObject(1, branchId, java.sql.Types.OTHER);
            statement.setObject(2, branchId, java.sql.Types.OTHER);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    kept.add(new Kept(
                            new Quarantined(
                                    row.getString(1),
                                    row.getInt(2),
                                    row.getLong(3),
                                    row.getObject(4, UUID.class),
                                    row.getObject(5, Integer.class),
                                    row.getObject(6, Long.class),
                                    row.getString(7),
                                    row.getObject(8, OffsetDateTime.class).toInstant()),
                            row.getBytes(9)));
                }
            }
        }
        return kept;
    }
}
