package org.talon.branch.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talon.shared.federation.Message.Place;

/**
 * Makes the outbox' partitions before their month comes, and drops old ones: never one with an event that Kafka has not acknowledged or
 * that is not counted in its day's digest, nor the event that was acknowledged last, by which a restored database is recognised.
 */
@ApplicationScoped
class OutboxMonths {

    private static final String OUR_TURN = "select pg_try_advisory_xact_lock(hashtext('talon.outbox.months'))";

    /** Visitors are served meanwhile: rather later than in their way. */
    private static final String DO_NOT_WAIT_LONG = "set local lock_timeout = '300ms'";

    /** Years that no clock means are left where they are. */
    private static final String UNFORESEEN = """
            select min(occurred_at) from outbox_default where occurred_at >= '2000-01-01' and occurred_at < ?""";

    private static final String LOCK_POSITION =
            "select epoch, least(acknowledged_seq - 1, digested_seq) from outbox_position for update";

    private static final String OLDEST = """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'outbox'::regclass and c.relname < to_char(?::date, '"outbox_"YYYY_MM')
            order by c.relname limit 1""";

    /**
     * Where the last event of a month was numbered, epoch by epoch; null where it has no number yet. What lies in an epoch before that
     * which was dropped last was dropped with it.
     */
    private static final String ENDS = """
            select e.epoch, case when w.to_tx > m.tx then w.first_seq + w.size - 1 end
            from outbox_position p
            join outbox_epoch e on e.epoch >= p.dropped_epoch
            join lateral (
                select max(o.tx) as tx from the_month o
                where o.id > e.from_id
                  and o.id <= coalesce((select min(n.from_id) from outbox_epoch n where n.epoch > e.epoch),
                                       9223372036854775807)) m on m.tx is not null
            left join lateral (
                select * from outbox_window w
                where w.epoch = e.epoch and w.from_tx <= m.tx order by w.first_seq desc limit 1) w on true
            order by e.epoch desc""";

    private static final String NOTE = """
            update outbox_position set dropped_epoch = ?, dropped_seq = ?
            where (dropped_epoch, dropped_seq) < (?, ?)""";

    /** All but the one that ends there. */
    private static final String FORGET_WINDOWS = """
            delete from outbox_window w using outbox_position p
            where (w.epoch, w.first_seq + w.size - 1) < (p.dropped_epoch, p.dropped_seq)""";

    private final AgroalDataSource database;

    OutboxMonths(AgroalDataSource database) {
        this.database = database;
    }

    /** @return whether it was made now */
    boolean make(LocalDate day) throws SQLException {
        return OneTransaction.of(database, transaction -> isOurTurn(transaction) && make(transaction, day));
    }

    /** When the first event before that moment happened that lies in no month: by a clock that was wrong. */
    Optional<Instant> unforeseen(Instant before) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(UNFORESEEN)) {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        }
    }

    private static boolean make(Connection transaction, LocalDate day) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("select outbox_make_month(?)")) {
            statement.setObject(1, day);
            return answer(statement);
        }
    }

    private static boolean isOurTurn(Connection transaction) throws SQLException {
        try (Statement patience = transaction.createStatement();
                PreparedStatement turn = transaction.prepareStatement(OUR_TURN)) {
            patience.execute(DO_NOT_WAIT_LONG);
            return answer(turn);
        }
    }

    private static boolean answer(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /**
     * Drops the oldest month that is over before that date.
     *
     * @return the partition that was dropped; empty where there is none that may be, or another process is at it
     */
    Optional<String> dropOldest(LocalDate before) throws SQLException {
        return OneTransaction.of(database, transaction -> {
            if (!isOurTurn(transaction)) {
                return Optional.empty();
            }
            Place sent = lock(transaction);
            String month = oldest(transaction, before);
            if (month == null || !noteEnd(transaction, month, sent)) {
                return Optional.empty();
            }
            try (Statement drop = transaction.createStatement()) {
                drop.execute(FORGET_WINDOWS);
                drop.execute("drop table " + month);
            }
            return Optional.of(month);
        });
    }

    /** Up to where a month may be dropped; nobody numbers or begins an epoch meanwhile. */
    private static Place lock(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery(LOCK_POSITION)) {
            row.next();
            return new Place(row.getInt(1), row.getLong(2));
        }
    }

    private static @Nullable String oldest(Connection transaction, LocalDate before) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(OLDEST)) {
            statement.setObject(1, before);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** @return false, and nothing noted, where an event of it is not sent and counted */
    private static boolean noteEnd(Connection transaction, String month, Place sent) throws SQLException {
        Place end = null;
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery(ENDS.replace("the_month", month))) {
            while (row.next()) {
                int epoch = row.getInt(1);
                Long seq = row.getObject(2, Long.class);
                if (seq == null || (epoch == sent.epoch() && seq > sent.seq())) {
                    return false;
                }
                end = end == null ? new Place(epoch, seq) : end;
            }
        }
        if (end != null) {
            note(transaction, end);
        }
        return true;
    }

    private static void note(Connection transaction, Place end) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(NOTE)) {
            statement.setInt(1, end.epoch());
            statement.setLong(2, end.seq());
            statement.setInt(3, end.epoch());
            statement.setLong(4, end.seq());
            statement.executeUpdate();
        }
    }
}
