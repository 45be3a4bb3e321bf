package org.talon.branch.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.talon.shared.federation.Message.Place;

/**
 * Lets a month end the log only where nothing is lost that must be kept: an event that is not sent and counted, or one that is younger
 * than the time they are kept for. By a clock that fell back an event of today lies in a month of long ago.
 */
final class MonthEnd {

    /** What is dropped already: of it a part may be left, in months that were not due. */
    private static final String DROPPED = """
            with dropped as (
                select p.dropped_epoch as epoch,
                       coalesce((select w.to_tx from outbox_window w
                                 where w.epoch = p.dropped_epoch and w.first_seq <= p.dropped_seq
                                 order by w.first_seq desc limit 1), '0'::xid8) as to_tx
                from outbox_position p),
            kept as (
                select e.epoch, e.from_id,
                       coalesce((select min(n.from_id) from outbox_epoch n where n.epoch > e.epoch),
                           9223372036854775807) as to_id,
                       case when e.epoch = d.epoch then d.to_tx else '0'::xid8 end as from_tx
                from dropped d join outbox_epoch e on e.epoch >= d.epoch)
            """;

    /** Where the last event of a month was numbered, epoch by epoch; null where it has no number yet. */
    private static final String ENDS = DROPPED + """
            select k.epoch, case when w.to_tx > m.tx then w.first_seq + w.size - 1 end
            from kept k
            join lateral (
                select max(o.tx) as tx from the_month o
                where o.id > k.from_id and o.id <= k.to_id and o.tx >= k.from_tx) m on m.tx is not null
            left join lateral (
                select * from outbox_window w
                where w.epoch = k.epoch and w.from_tx <= m.tx order by w.first_seq desc limit 1) w on true
            order by k.epoch desc""";

    /** What is dated ahead, by a clock that was wrong, is as old as what was numbered with it. */
    private static final String YOUNGER = DROPPED + """
            select exists (
                select from kept k
                left join outbox_window w on w.epoch = k.epoch and w.epoch = ? and w.first_seq + w.size - 1 = ?
                cross join lateral (
                    select from outbox o
                    where o.occurred_at >= ? and o.occurred_at < ?
                      and o.tx >= k.from_tx and o.tx < coalesce(w.to_tx, '18446744073709551615'::xid8)
                      and o.id > k.from_id and o.id <= k.to_id limit 1) younger
                where k.epoch <= ?)""";

    private static final String NOTE = """
            update outbox_position set dropped_epoch = ?, dropped_seq = ?
            where (dropped_epoch, dropped_seq) < (?, ?)""";

    private final Connection transaction;
    private final Place sent;
    private final LocalDate firstKept;
    private final Instant ahead;

    /**
     * @param sent up to where all is sent and counted
     * @param before months before that one's are due
     * @param ahead what is dated from then on was dated by a clock that was wrong
     */
    MonthEnd(Connection transaction, Place sent, LocalDate before, Instant ahead) {
        this.transaction = transaction;
        this.sent = sent;
        this.firstKept = before.withDayOfMonth(1);
        this.ahead = ahead;
    }

    /** @return false, and nothing noted, where the month must stay */
    boolean note(String month) throws SQLException {
        Place end = null;
        try (PreparedStatement statement = transaction.prepareStatement(ENDS.replace("the_month", month));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Place last = sentAndCounted(row);
                if (last == null) {
                    return false;
                }
                end = end == null ? last : end;
            }
        }
        // Empty, or all of it was dropped with a month before it.
        if (end == null) {
            return true;
        }
        if (hasYoungerBehind(end)) {
            return false;
        }
        note(end);
        return true;
    }

    private @Nullable Place sentAndCounted(ResultSet row) throws SQLException {
        int epoch = row.getInt(1);
        Long seq = row.getObject(2, Long.class);
        return seq == null || (epoch == sent.epoch() && seq > sent.seq()) ? null : new Place(epoch, seq);
    }

    private boolean hasYoungerBehind(Place end) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(YOUNGER)) {
            statement.setInt(1, end.epoch());
            statement.setLong(2, end.seq());
            statement.setObject(3, firstKept.atStartOfDay().atOffset(ZoneOffset.UTC));
            statement.setObject(4, ahead.atOffset(ZoneOffset.UTC));
            statement.setInt(5, end.epoch());
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    private void note(Place end) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(NOTE)) {
            statement.setInt(1, end.epoch());
            statement.setLong(2, end.seq());
            statement.setInt(3, end.epoch());
            statement.setLong(4, end.seq());
            statement.executeUpdate();
        }
    }
}
