package org.talon.branch.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.talon.shared.event.EpochBegan;
import org.talon.shared.federation.Message.Place;
import org.talon.shared.time.Ids;

/**
 * Begins an epoch of the outbox' numbers without losing an event and without numbering one twice: what is kept of the former
 * epoch stays as it was numbered, all else is appended anew.
 */
@ApplicationScoped
class OutboxEpochs {

    private static final Logger LOG = Logger.getLogger(OutboxEpochs.class);

    /** Before anything that appends an event at the start. */
    private static final int FIRST = 1;

    private static final String LOCK_POSITION = "select epoch, acknowledged_seq from outbox_position for update";

    /** Whoever writes an event has ended by then, and nobody begins to meanwhile. */
    private static final String LOCK_OUTBOX = "lock table outbox in share row exclusive mode";

    /** Transactions numbered below those of the last window: the database was made from a dump, in another cluster. */
    private static final String TURNED_BACK = """
            select exists (select from outbox_window w join outbox_position p using (epoch)
                           where w.to_tx > pg_snapshot_xmax(pg_current_snapshot()))
                or exists (select from outbox o cross join outbox_epoch e join outbox_position p using (epoch)
                           where o.tx > pg_snapshot_xmax(pg_current_snapshot()) and o.id > e.from_id)""";

    private static final String CURRENT = "select * from outbox_epoch where epoch = ?";

    private static final String KEPT = """
            select first_seq + size - 1 as seq, to_tx::text from outbox_window
            where epoch = ? and first_seq + size - 1 <= ? order by first_seq desc limit 1""";

    private static final String DROPPED = "select dropped_seq from outbox_position where dropped_epoch = ?";

    /** In the order in which they were appended; their moments and ids stay. */
    private static final String APPEND_ANEW = """
            with gone as (delete from outbox where (tx >= ?::xid8 and id > ?) or id > ? returning *)
            insert into outbox (event_id, type, version, occurred_at, business_date, business_hour, data)
            select event_id, type, version, occurred_at, business_date, business_hour, data from gone order by id""";

    private static final String BEGIN = """
            insert into outbox_epoch (epoch, event_id, began_at, previous_epoch, kept_seq, from_id, from_tx)
            values (?, ?, ?, ?, ?, ?, pg_snapshot_xmin(pg_current_snapshot()))""";

    private static final String ENDED = """
            with recursive history as (
                select e.epoch, e.previous_epoch, e.kept_seq from outbox_epoch e join outbox_position using (epoch)
                union all
                select e.epoch, e.previous_epoch, e.kept_seq
                from outbox_epoch e join history h on e.epoch = h.previous_epoch)
            select previous_epoch, kept_seq from history where previous_epoch is not null""";

    private final AgroalDataSource database;
    private final Ids ids;
    private final Clock clock;

    OutboxEpochs(AgroalDataSource database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A place in the log at which an epoch can end.
     *
     * @param droppedFromId behind it lie the rows of epochs that are dropped, whatever their transactions are numbered
     */
    private record End(int epoch, long seq, String tx, long fromId, long droppedFromId) {}

    void onStart(@Observes @Priority(FIRST) StartupEvent start) throws SQLException {
        boolean begun = OneTransaction.of(database, transaction -> {
            Place position = lock(transaction);
            boolean turnedBack = turnedBack(transaction);
            if (turnedBack) {
                begin(transaction, position.epoch(), position.epoch() + 1, position.seq());
            }
            return turnedBack;
        });
        if (begun) {
            LOG.warn("the database was made from a dump: events are numbered anew from here on");
        }
    }

    private static boolean turnedBack(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(TURNED_BACK)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    /** @return false where that epoch or a later one has begun already */
    boolean begin(int epoch, long keptSeq) throws SQLException {
        return OneTransaction.of(database, transaction -> {
            int current = lock(transaction).epoch();
            if (current < epoch) {
                begin(transaction, current, epoch, keptSeq);
            }
            return current < epoch;
        });
    }

    private static Place lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet position = statement.executeQuery(LOCK_POSITION)) {
            position.next();
            return new Place(position.getInt(1), position.getLong(2));
        }
    }

    private void begin(Connection connection, int current, int epoch, long keptSeq) throws SQLException {
        run(connection, LOCK_OUTBOX);
        End end = endOf(connection, current, keptSeq, Long.MAX_VALUE);
        run(connection, "delete from outbox_window where epoch = ? and first_seq > ?", end.epoch, end.seq);
        run(connection, "delete from outbox_digest where epoch > ?", end.epoch);
        run(connection, "delete from outbox_window where epoch > ?", end.epoch);
        long lastId = lastId(connection);
        run(connection, APPEND_ANEW, end.tx, end.fromId, end.droppedFromId);
        run(
                connection,
                BEGIN,
                epoch,
                ids.next(),
                OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC),
                end.epoch,
                end.seq,
                lastId);
        run(connection, "update outbox_position set epoch = ?, acknowledged_seq = 0, digested_seq = 0", epoch);
        run(connection, "delete from outbox_epoch where epoch > ? and epoch < ?", end.epoch, epoch);
    }

    /** An epoch of which nothing is kept is as if it had never been: the one before it ends where it did. */
    private static End endOf(Connection connection, int epoch, long wantedSeq, long droppedFromId) throws SQLException {
        // What was dropped for its age cannot be numbered anew: it stays history, whatever is wanted.
        long keptSeq = Math.max(wantedSeq, droppedSeq(connection, epoch));
        try (PreparedStatement statement = connection.prepareStatement(CURRENT)) {
            statement.setInt(1, epoch);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                int previous = row.getInt("previous_epoch");
                boolean first = row.wasNull();
                if (!first && keptSeq < 1) {
                    return endOf(connection, previous, row.getLong("kept_seq"), row.getLong("from_id"));
                }
                End nothing =
                        new End(epoch, first ? 0 : 1, row.getString("from_tx"), row.getLong("from_id"), droppedFromId);
                return lastWindow(connection, nothing, keptSeq);
            }
        }
    }

    private static long droppedSeq(Connection connection, int epoch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DROPPED)) {
            statement.setInt(1, epoch);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static End lastWindow(Connection connection, End nothing, long keptSeq) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEPT)) {
            statement.setInt(1, nothing.epoch);
            statement.setLong(2, keptSeq);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new End(
                                nothing.epoch, row.getLong(1), row.getString(2), nothing.fromId, nothing.droppedFromId)
                        : nothing;
            }
        }
    }

    private static long lastId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(id), 0) from outbox")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Number 1 of an epoch. */
    record Beginning(UUID eventId, EpochBegan event) {}

    /** Empty of the first epoch, and of one that never was. */
    Optional<Beginning> beginningOf(int epoch) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(CURRENT)) {
            statement.setInt(1, epoch);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || row.getObject("event_id") == null) {
                    return Optional.empty();
                }
                return Optional.of(new Beginning(
                        row.getObject("event_id", UUID.class),
                        new EpochBegan(
                                row.getInt("previous_epoch"),
                                row.getLong("kept_seq"),
                                row.getObject("began_at", OffsetDateTime.class).toInstant())));
            }
        }
    }

    /** The last numbers of the former epochs that are this database's history, oldest first. */
    List<Place> ended() throws SQLException {
        Deque<Place> ended = new ArrayDeque<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ENDED)) {
            while (row.next()) {
                ended.addFirst(new Place(row.getInt(1), row.getLong(2)));
            }
        }
        return List.copyOf(ended);
    }
}
