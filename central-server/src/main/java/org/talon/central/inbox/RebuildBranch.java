package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
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

    private static final String MADE = """
            update branch_position set projection_version = ?, projected_offset = kafka_offset where branch_id = ?""";

    private final Connection connection;
    private final Instant now;
    private final EventCodec codec = new EventCodec();
    private final MessageReader reader = new MessageReader();
    private final Set<LocalDate> unread = new HashSet<>();

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
                new CompareAgain(connection).of(branchId, unread);
                noteWhoMadeIt(branchId);
                return events;
            }
        }
    }

    private void noteWhoMadeIt(UUID branchId) throws SQLException {
        try (PreparedStatement made = connection.prepareStatement(MADE)) {
            made.setInt(1, Projections.VERSION);
            made.setObject(2, branchId);
            made.executeUpdate();
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
            if (fact.event() == null) {
                unread.add(fact.envelope().businessDate());
            }
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
