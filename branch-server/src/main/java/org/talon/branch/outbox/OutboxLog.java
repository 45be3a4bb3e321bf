package org.talon.branch.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;

/**
 * Numbers the outbox: every committed event gets one dense {@code (epoch, seq)}, the same at every reading, and each
 * ticket's events keep the order in which they were committed.
 *
 * <p>Events are sealed in windows of transactions that lie below the snapshot's oldest running one, and are counted
 * within a window by id. An event that follows another of the same ticket was appended after that one's commit, so it
 * has a higher id, and its {@code tx}, which is no lower than any transaction that had ended by then, is in no earlier
 * window.
 */
@ApplicationScoped
class OutboxLog {

    private static final String LOCK_POSITION = "select epoch, acknowledged_seq from outbox_position for update";

    private static final String SEAL = """
            with last as (
                select first_seq + size as next_seq, to_tx from outbox_window
                where epoch = ? order by first_seq desc limit 1),
            start as (
                select coalesce((select next_seq from last), 1) as next_seq,
                       coalesce((select to_tx from last), '0'::xid8) as from_tx),
            horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as to_tx)
            insert into outbox_window (epoch, first_seq, size, from_tx, to_tx, sealed_at)
            select ?, start.next_seq, count(*), start.from_tx, horizon.to_tx, ?
            from outbox, start, horizon
            where outbox.tx >= start.from_tx and outbox.tx < horizon.to_tx
            group by start.next_seq, start.from_tx, horizon.to_tx""";

    private static final String STATE = """
            select p.epoch, p.acknowledged_seq, coalesce(last.seq, 0),
                   pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
                   pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
                   exists (select from outbox o
                           where o.tx < pg_snapshot_xmin(pg_current_snapshot())
                             and o.tx >= coalesce(last.to_tx, '0'::xid8))
            from outbox_position p
            left join lateral (
                select w.first_seq + w.size - 1 as seq, w.to_tx from outbox_window w
                where w.epoch = p.epoch order by w.first_seq desc limit 1) last on true""";

    private static final String READ = """
            with asked as (select ?::integer as epoch, ?::bigint as from_seq, ?::bigint as to_seq),
            w as (
                select first_seq, from_tx, to_tx from outbox_window
                where epoch = (select epoch from asked)
                  and first_seq <= (select to_seq from asked)
                  and first_seq >= (select max(first_seq) from outbox_window
                                    where epoch = (select epoch from asked)
                                      and first_seq <= (select from_seq from asked))),
            -- Window by window, which is what the index is good for; as one join the whole log would be read.
            numbered as materialized (
                select w.first_seq + row_number() over (partition by w.first_seq order by o.id) - 1 as seq, o.*
                from w cross join lateral (
                    select * from outbox where tx >= w.from_tx and tx < w.to_tx order by tx, id offset 0) o)
            select event_id, type, version, occurred_at, business_date, business_hour, data
            from numbered, asked
            where seq between from_seq and to_seq
            order by seq""";

    private final AgroalDataSource database;
    private final CurrentCatalogue catalogue;
    private final EventCodec codec;
    private final Clock clock;

    OutboxLog(AgroalDataSource database, CurrentCatalogue catalogue, EventCodec codec, Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.codec = codec;
        this.clock = clock;
    }

    /**
     * How far the branch has come.
     *
     * @param horizon every transaction below it is settled
     * @param newest no transaction has reached it yet
     * @param unsealed whether events below the horizon wait to be sealed
     */
    record State(int epoch, long acknowledgedSeq, long sealedSeq, long horizon, long newest, boolean unsealed) {

        State acknowledgedTo(long seq) {
            return new State(epoch, seq, sealedSeq, horizon, newest, unsealed);
        }
    }

    /** Seals what is settled; several processes may do so at once. */
    void seal() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock = connection.prepareStatement(LOCK_POSITION);
                    ResultSet position = lock.executeQuery();
                    PreparedStatement seal = connection.prepareStatement(SEAL)) {
                position.next();
                seal.setInt(1, position.getInt(1));
                seal.setInt(2, position.getInt(1));
                seal.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                seal.executeUpdate();
                connection.commit();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    State state() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(STATE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new State(
                    row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getBoolean(6));
        }
    }

    /** The sealed events from a sequence number on, in order, of as many windows as it takes; none where it is not sealed yet. */
    List<EventEnvelope> read(int epoch, long fromSeq, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setInt(1, epoch);
            statement.setLong(2, fromSeq);
            statement.setLong(3, fromSeq + most - 1);
            List<EventEnvelope> events = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(envelope(row, epoch, fromSeq + events.size()));
                }
            }
            return events;
        }
    }

    /** Notes that Kafka has all up to {@code seq}; never goes back. */
    void acknowledge(int epoch, long seq) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update outbox_position set acknowledged_seq = ? where epoch = ? and acknowledged_seq < ?")) {
            statement.setLong(1, seq);
            statement.setInt(2, epoch);
            statement.setLong(3, seq);
            statement.executeUpdate();
        }
    }

    private EventEnvelope envelope(ResultSet row, int epoch, long seq) throws SQLException {
        return new EventEnvelope(
                catalogue.get().branch().id(),
                epoch,
                seq,
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(5, LocalDate.class),
                row.getInt(6),
                codec.data(row.getString(7)));
    }
}
