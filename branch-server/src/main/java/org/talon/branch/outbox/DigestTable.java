package org.talon.branch.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.EventSum;

/** Counts every numbered event of a business date once, whoever counts and whatever dies in between. */
@ApplicationScoped
class DigestTable {

    private static final String COUNTED = "select digested_seq from outbox_position where epoch = ?";

    private static final String MOVE =
            "update outbox_position set digested_seq = ? where epoch = ? and digested_seq = ?";

    private static final String ADD = """
            insert into outbox_digest as d (epoch, business_date, events, hash) values (?, ?, ?, ?)
            on conflict on constraint outbox_digest_pk do update
            set events = d.events + excluded.events,
                -- The sum overflows as one of 64 bits does; PostgreSQL's own addition would refuse to.
                hash = ((d.hash::numeric + excluded.hash + 27670116110564327424) % 18446744073709551616
                        - 9223372036854775808)::bigint""";

    private static final String READ =
            "select business_date, events, hash from outbox_digest where epoch = ? and business_date = any (?)";

    /** Whether all that this snapshot sees is numbered, and up to which number. */
    private static final String NUMBERED = """
            with last as (
                select first_seq + size - 1 as seq, to_tx from outbox_window
                where epoch = ? order by first_seq desc limit 1)
            select coalesce(last.seq, case when previous_epoch is null then 0 else 1 end)
            from outbox_epoch e left join last on true
            where epoch = ?
              and not exists (select from outbox where tx >= coalesce(last.to_tx, e.from_tx) and id > e.from_id)""";

    private final AgroalDataSource database;

    DigestTable(AgroalDataSource database) {
        this.database = database;
    }

    long countedTo(int epoch) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNTED)) {
            statement.setInt(1, epoch);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * Counts the events that follow {@code from}; none where another has counted meanwhile.
     *
     * @return the dates that have changed
     */
    Set<LocalDate> count(int epoch, long from, List<EventEnvelope> events) throws SQLException {
        Map<LocalDate, EventSum> sums = new HashMap<>();
        events.forEach(event -> sums.merge(event.businessDate(), EventSum.of(event), EventSum::plus));
        return OneTransaction.of(database, transaction -> {
            boolean ours = move(transaction, epoch, from, from + events.size());
            if (ours) {
                add(transaction, epoch, sums);
            }
            return ours ? sums.keySet() : Set.of();
        });
    }

    private static boolean move(Connection connection, int epoch, long from, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setLong(1, to);
            statement.setInt(2, epoch);
            statement.setLong(3, from);
            return statement.executeUpdate() == 1;
        }
    }

    private static void add(Connection connection, int epoch, Map<LocalDate, EventSum> sums) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            for (Map.Entry<LocalDate, EventSum> day : sums.entrySet()) {
                statement.setInt(1, epoch);
                statement.setObject(2, day.getKey());
                statement.setLong(3, day.getValue().events());
                statement.setLong(4, day.getValue().hash());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** What is numbered of these dates; none of one of which nothing is. */
    Map<LocalDate, EventSum> of(int epoch, Collection<LocalDate> dates) throws SQLException {
        Map<LocalDate, EventSum> found = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setInt(1, epoch);
            statement.setArray(2, connection.createArrayOf("date", dates.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, LocalDate.class), new EventSum(row.getLong(2), row.getLong(3)));
                }
            }
        }
        return found;
    }

    /** Reads within one snapshot of the database. */
    interface Reading<T> {
        T in(Connection snapshot) throws SQLException;
    }

    /** Reads at a moment at which all that has happened is numbered up to {@code seq}; empty where it is not now. */
    <T> Optional<T> readAt(int epoch, long seq, Reading<T> reading) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return standsAt(connection, epoch, seq) ? Optional.of(reading.in(connection)) : Optional.empty();
            } finally {
                connection.rollback();
            }
        }
    }

    private static boolean standsAt(Connection connection, int epoch, long seq) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NUMBERED)) {
            statement.setInt(1, epoch);
            statement.setInt(2, epoch);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getLong(1) == seq;
            }
        }
    }
}
