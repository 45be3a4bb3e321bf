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
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.federation.EventLog;
import org.talon.shared.federation.Message.Place;

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
class OutboxLog implements EventLog {

    private static final String LOCK_POSITION = "select epoch, acknowledged_seq from outbox_position for update";

    private static final String SEAL = """
            with epoch as (select * from outbox_epoch where epoch = ?),
            last as (
                select first_seq + size as next_seq, to_tx from outbox_window
                where epoch = (select epoch from epoch) order by first_seq desc limit 1),
            start as (
                select epoch.epoch, epoch.from_id,
                       -- Number 1 of every epoch but the first says that it began.
                       coalesce(last.next_seq, case when previous_epoch is null then 1 else 2 end) as next_seq,
                       coalesce(last.to_tx, from_tx) as from_tx
                from epoch left join last on true),
            horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as to_tx)
            insert into outbox_window (epoch, first_seq, size, from_tx, to_tx, sealed_at)
            select start.epoch, start.next_seq, count(*), start.from_tx, horizon.to_tx, ?
            from outbox, start, horizon
            where outbox.tx >= start.from_tx and outbox.tx < horizon.to_tx and outbox.id > start.from_id
            group by start.epoch, start.next_seq, start.from_tx, horizon.to_tx""";

    private static final String STATE = """
            select p.epoch, p.acknowledged_seq,
                   coalesce(last.seq, case when e.previous_epoch is null then 0 else 1 end),
                   pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
                   pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
                   exists (select from outbox o
                           where o.tx < pg_snapshot_xmin(pg_current_snapshot())
                             and o.tx >= coalesce(last.to_tx, e.from_tx) and o.id > e.from_id)
            from outbox_position p
            join outbox_epoch e using (epoch)
            left join lateral (
                select w.first_seq + w.size - 1 as seq, w.to_tx from outbox_window w
                where w.epoch = p.epoch order by w.first_seq desc limit 1) last on true""";

    private static final String READ = """
            with asked as (select ?::integer as epoch, ?::bigint as from_seq, ?::bigint as to_seq),
            w as (
                select first_seq, sealed.from_tx, to_tx, from_id,
                       coalesce((select min(next.from_id) from outbox_epoch next where next.epoch > e.epoch),
                           9223372036854775807) as to_id
                from outbox_window sealed join outbox_epoch e using (epoch), outbox_position p
                where sealed.epoch = (select epoch from asked)
                  -- Of what was dropped a part may be left; its numbers can no longer be told.
                  and (sealed.epoch, first_seq) > (dropped_epoch, dropped_seq)
                  and first_seq <= (select to_seq from asked)
                  and first_seq >= (select coalesce(max(first_seq), 0) from outbox_window
                                    where epoch = (select epoch from asked)
                                      and first_seq <= (select from_seq from asked))),
            -- Window by window, which is what the index is good for; as one join the whole log would be read.
            numbered as materialized (
                select w.first_seq + row_number() over (partition by w.first_seq order by o.id) - 1 as seq, o.*
                from w cross join lateral (
                    select * from outbox where tx >= w.from_tx and tx < w.to_tx and id > w.from_id and id <= w.to_id
                    order by tx, id offset 0) o)
            select seq, event_id, type, version, occurred_at, business_date, business_hour, data::text
            from numbered, asked
            where seq between from_seq and to_seq
            order by seq""";

    private static final String FIRST = "select dropped_epoch, dropped_seq + 1 from outbox_position";

    private final AgroalDataSource database;
    private final OutboxEpochs epochs;
    private final RelayLock lock;
    private final CurrentCatalogue catalogue;
    private final BranchCalendar calendar;
    private final EventCodec codec;
    private final Clock clock;

    OutboxLog(
            AgroalDataSource database,
            OutboxEpochs epochs,
            RelayLock lock,
            CurrentCatalogue catalogue,
            BranchCalendar calendar,
            EventCodec codec,
            Clock clock) {
        this.database = database;
        this.epochs = epochs;
        this.lock = lock;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.codec = codec;
        this.clock = clock;
    }

    /** Several processes may do so at once. */
    @Override
    public void seal() throws SQLException {
        OneTransaction.of(database, transaction -> {
            try (PreparedStatement lock = transaction.prepareStatement(LOCK_POSITION);
                    ResultSet position = lock.executeQuery();
                    PreparedStatement seal = transaction.prepareStatement(SEAL)) {
                position.next();
                seal.setInt(1, position.getInt(1));
                seal.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                return seal.executeUpdate();
            }
        });
    }

    @Override
    public State state() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(STATE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new State(
                    row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getBoolean(6));
        }
    }

    @Override
    public List<EventEnvelope> read(int epoch, long fromSeq, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setInt(1, epoch);
            statement.setLong(2, fromSeq);
            statement.setLong(3, fromSeq + most - 1);
            List<EventEnvelope> events = new ArrayList<>(fromSeq == 1 ? beginningOf(epoch) : List.of());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(envelope(row, epoch));
                }
            }
            return events;
        }
    }

    @Override
    public Place first() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIRST);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Place(row.getInt(1), row.getLong(2));
        }
    }

    @Override
    public List<Place> ended() throws SQLException {
        return epochs.ended();
    }

    @Override
    public void beginEpoch(int epoch, long keptSeq) throws SQLException {
        epochs.begin(epoch, keptSeq);
    }

    @Override
    public void acknowledge(int epoch, long seq) throws SQLException {
        try (PreparedStatement statement = lock.connection()
                .prepareStatement(
                        "update outbox_position set acknowledged_seq = ? where epoch = ? and acknowledged_seq < ?")) {
            statement.setLong(1, seq);
            statement.setInt(2, epoch);
            statement.setLong(3, seq);
            statement.executeUpdate();
        }
    }

    /** Number 1 of every epoch but the first, which stands in no row of the outbox. */
    private List<EventEnvelope> beginningOf(int epoch) throws SQLException {
        return epochs.beginningOf(epoch).stream()
                .map(began -> new EventEnvelope(
                        catalogue.get().branch().id(),
                        epoch,
                        1L,
                        began.eventId(),
                        EventCodec.typeOf(began.event()),
                        EventCodec.VERSION,
                        began.event().at(),
                        calendar.dateOf(began.event().at()),
                        calendar.hourOf(began.event().at()),
                        codec.data(began.event())))
                .toList();
    }

    private EventEnvelope envelope(ResultSet row, int epoch) throws SQLException {
        return new EventEnvelope(
                catalogue.get().branch().id(),
                epoch,
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getInt(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, LocalDate.class),
                row.getInt(7),
                codec.data(row.getString(8)));
    }
}
