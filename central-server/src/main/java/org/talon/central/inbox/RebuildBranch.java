package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.EventSum;
import org.talon.shared.event.UnreadableEvent;
import org.talon.shared.federation.Message.Fact;
import org.talon.shared.federation.MessageReader;

/**
 * Makes all that follows from a branch's events anew, from the log, to the byte what taking them in one by one makes: of the
 * events that are its history, in their order. In one transaction, which whoever takes in events of that branch waits for.
 */
final class RebuildBranch {

    private static final Logger LOG = Logger.getLogger(RebuildBranch.class);
    private static final int AT_ONCE = 5_000;

    private static final String LOCK = "select from branch_position where branch_id = ? for update";

    /** What counts of former epochs, and all of the current one. */
    private static final String HISTORY = """
            with former as (
                select lineage[3 * n - 2] as epoch, lineage[3 * n - 1] as last_seq
                from branch_position, generate_series(1, cardinality(lineage) / 3) as n
                where branch_id = ?)
            select e.epoch, e.seq, e.event_id, e.type, e.version, e.occurred_at, e.business_date, e.business_hour,
                   e.data::text, e.hash
            from event_log e
            join branch_position p using (branch_id)
            where e.branch_id = ?
              and (e.epoch = p.epoch
                   or e.seq <= (select last_seq from former where former.epoch = e.epoch))
            order by e.epoch, e.seq""";

    private static final String COMPARE_AGAIN = """
            update reconciliation r
            set centre_events = d.events, centre_hash = lpad(to_hex(d.hash), 16, '0'), difference = null
            from day_digest d
            where r.branch_id = ? and r.difference is not null
              and (d.branch_id, d.epoch, d.business_date) = (r.branch_id, r.epoch, r.business_date)
              and d.events = r.branch_events and lpad(to_hex(d.hash), 16, '0') = r.branch_hash""";

    private final Connection connection;
    private final Instant now;
    private final EventCodec codec = new EventCodec();
    private final MessageReader reader = new MessageReader();

    RebuildBranch(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Whoever takes in events of that branch waits from now on. */
    void lock(UUID branchId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setObject(1, branchId);
            lock.executeQuery().close();
        }
    }

    /** @return how many events are its history */
    long of(UUID branchId) throws SQLException {
        lock(branchId);
        for (String table : Fingerprint.TABLES) {
            try (PreparedStatement clear =
                    connection.prepareStatement("delete from " + table + " where branch_id = ?")) {
                clear.setObject(1, branchId);
                clear.executeUpdate();
            }
        }
        try (PreparedStatement history = connection.prepareStatement(HISTORY)) {
            history.setFetchSize(AT_ONCE);
            history.setObject(1, branchId);
            history.setObject(2, branchId);
            try (ResultSet row = history.executeQuery()) {
                long events = project(branchId, row);
                compareAgain(branchId);
                return events;
            }
        }
    }

    /** Days that were not what the branch said they were, and are now: of their events; the figures follow from those. */
    private void compareAgain(UUID branchId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COMPARE_AGAIN)) {
            statement.setObject(1, branchId);
            statement.executeUpdate();
        }
    }

    private long project(UUID branchId, ResultSet row) throws SQLException {
        long events = 0;
        Projections projections = new Projections(now);
        while (row.next()) {
            Fact fact = read(envelope(branchId, row));
            Long kept = row.getObject(10, Long.class);
            projections.add(fact, kept == null ? EventSum.of(fact.envelope()) : new EventSum(1, kept));
            events++;
            if (events % AT_ONCE == 0) {
                projections.write(connection);
                projections = new Projections(now);
            }
        }
        projections.write(connection);
        return events;
    }

    /** What was kept unread by an older version, and does not fit what this one expects, stays unread. */
    private Fact read(EventEnvelope kept) {
        try {
            return reader.fact(kept);
        } catch (UnreadableEvent unreadable) {
            LOG.errorf("number %d of branch %s stays unread: %s", kept.seq(), kept.branchId(), unreadable.getMessage());
            return reader.unread(kept);
        }
    }

    private EventEnvelope envelope(UUID branchId, ResultSet row) throws SQLException {
        return new EventEnvelope(
                branchId,
                row.getInt(1),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getInt(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, LocalDate.class),
                row.getInt(8),
                codec.data(row.getString(9)));
    }
}
