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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.talon.shared.federation.Message.Place;

/**
 * Makes the outbox' partitions before their month comes, and drops old ones: never one with an event that Kafka has not acknowledged or
 * that is not counted in its day's digest, nor the event that was acknowledged last, by which a restored database is recognised; and
 * never one with which an event would be lost whose own time is not over.
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

    private static final String DUE = """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'outbox'::regclass and c.relname < to_char(?::date, '"outbox_"YYYY_MM')
            order by c.relname""";

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
     * What became of the months that are due.
     *
     * @param stayed those before the one that was dropped, which must stay for now
     */
    record Outcome(Optional<String> dropped, List<String> stayed) {

        static final Outcome NOTHING = new Outcome(Optional.empty(), List.of());
    }

    /**
     * Drops the oldest month that is over before that date and may go; none where another process is at it.
     *
     * @param ahead what is dated from then on was dated by a clock that was wrong
     */
    Outcome dropOldest(LocalDate before, Instant ahead) throws SQLException {
        return OneTransaction.of(
                database,
                transaction -> isOurTurn(transaction)
                        ? dropFirst(transaction, due(transaction, before), before, ahead)
                        : Outcome.NOTHING);
    }

    private static Outcome dropFirst(Connection transaction, List<String> due, LocalDate before, Instant ahead)
            throws SQLException {
        MonthEnd end = new MonthEnd(transaction, lock(transaction), before, ahead);
        List<String> stayed = new ArrayList<>();
        for (String month : due) {
            if (end.note(month)) {
                drop(transaction, month);
                return new Outcome(Optional.of(month), stayed);
            }
            stayed.add(month);
        }
        return new Outcome(Optional.empty(), stayed);
    }

    private static void drop(Connection transaction, String month) throws SQLException {
        try (Statement drop = transaction.createStatement()) {
            drop.execute(FORGET_WINDOWS);
            drop.execute("drop table " + month);
        }
    }

    /** Up to where a month may be dropped; nobody numbers or begins an epoch meanwhile. */
    private static Place lock(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery(LOCK_POSITION)) {
            row.next();
            return new Place(row.getInt(1), row.getLong(2));
        }
    }

    private static List<String> due(Connection transaction, LocalDate before) throws SQLException {
        List<String> due = new ArrayList<>();
        try (PreparedStatement statement = transaction.prepareStatement(DUE)) {
            statement.setObject(1, before);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    due.add(row.getString(1));
                }
            }
        }
        return due;
    }
}
