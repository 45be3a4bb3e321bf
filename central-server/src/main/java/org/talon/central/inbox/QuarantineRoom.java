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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
            "update quarantine set reason = ? where topic = ? and partition = ? and kafka_offset = ?"
                    + " and settled_at is null";

    private static final String IN =
            "select from event_log where branch_id = ? and epoch = ? and seq = ? and event_id = ?";

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

    /** Gives them up: they stay, and are spoken of no more. What they told of is lost, and its day stays other than its branch's. */
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
            Map<UUID, List<ReadAgain>> readable = new LinkedHashMap<>();
            int settled = 0;
            for (Kept one : kept) {
                Received received =
                        new Received(one.message.topic, one.message.partition, one.message.offset, one.bytes);
                switch (reader.read(received)) {
                    case Poison still -> giveReason(connection, one.message, still.reason());
                    case Fact fact ->
                        readable.computeIfAbsent(fact.branchId(), unused -> new ArrayList<>())
                                .add(new ReadAgain(one.message, fact));
                    default -> {
                        settle(connection, one.message, "replayed");
                        settled++;
                    }
                }
            }
            for (List<ReadAgain> ofBranch : readable.values()) {
                settled += takeAll(connection, ofBranch);
            }
            return new Settled(settled, kept.size() - settled);
        } catch (SQLException failure) {
            throw new IllegalStateException("the quarantine cannot be changed", failure);
        }
    }

    private record ReadAgain(Quarantined message, Fact fact) {}

    /** All of one branch at once, so that it is made anew once; one by one where one of them is refused. */
    private int takeAll(Connection connection, List<ReadAgain> ofBranch) throws SQLException {
        String refused = take(connection, ofBranch);
        if (refused == null) {
            for (ReadAgain one : ofBranch) {
                settle(connection, one.message, "replayed");
            }
            return ofBranch.size();
        }
        if (ofBranch.size() == 1) {
            giveReason(connection, ofBranch.getFirst().message, refused);
            return 0;
        }
        int settled = 0;
        for (ReadAgain one : ofBranch) {
            settled += takeAll(connection, List.of(one));
        }
        return settled;
    }

    /** Why they cannot be taken in; null where they are in. */
    private @Nullable String take(Connection connection, List<ReadAgain> ofBranch) throws SQLException {
        UUID branchId = ofBranch.getFirst().fact.branchId();
        run(connection, "savepoint before_it");
        try {
            RawLog log = new RawLog(clock.instant());
            for (ReadAgain one : ofBranch) {
                if (!isPassed(connection, one.fact)) {
                    return "its number has not come yet: its branch will be asked for it";
                }
                if (!isIn(connection, one.fact)) {
                    log.add(one.fact);
                }
            }
            log.write(connection);
            new RebuildBranch(connection, clock.instant()).of(branchId);
            return null;
        } catch (SQLException refused) {
            if (!Intake.refusesTheData(refused)) {
                throw refused;
            }
            run(connection, "rollback to savepoint before_it");
            return "the database refuses it: " + refused.getMessage();
        }
    }

    /** Whether it came in another way meanwhile: it was sent again. */
    private static boolean isIn(Connection connection, Fact fact) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IN)) {
            statement.setObject(1, fact.branchId());
            statement.setInt(2, fact.epoch());
            statement.setLong(3, fact.seq());
            statement.setObject(4, fact.envelope().eventId());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
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
