package org.talon.central.inbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.DayDigest;
import org.talon.shared.event.EventSum;

/**
 * Clears a day that was not what its branch said it was only where events and figures are by now just what the branch said. To be
 * called at the end of a rebuild, in its transaction.
 */
final class CompareAgain {

    /** Nothing came since of the day, or the figures would be of another moment than the word of the branch. */
    private static final String DIFFERING = """
            select r.business_date, r.up_to_seq, r.branch_events, r.branch_hash, r.said_at, r.difference, d.events, d.hash,
                   case when r.sums_said_at = r.said_at then r.branch_sums end as sums
            from reconciliation r
            join day_digest d using (branch_id, epoch, business_date)
            where r.branch_id = ? and r.difference is not null
              and d.events = r.branch_events and lpad(to_hex(d.hash), 16, '0') = r.branch_hash""";

    private static final String WRITE = """
            update reconciliation r
            set centre_events = r.branch_events, centre_hash = r.branch_hash, difference = n.difference
            from unnest(?, ?, ?) as n (branch_id, business_date, difference)
            where (r.branch_id, r.business_date) = (n.branch_id, n.business_date)""";

    private final Connection connection;

    CompareAgain(Connection connection) {
        this.connection = connection;
    }

    /** @param unread the dates of which something is kept that could not be read */
    void of(UUID branchId, Set<LocalDate> unread) throws SQLException {
        Rows rows = new Rows("uuid date text");
        try (PreparedStatement differing = connection.prepareStatement(DIFFERING)) {
            differing.setObject(1, branchId);
            try (ResultSet row = differing.executeQuery()) {
                while (row.next()) {
                    LocalDate date = row.getObject("business_date", LocalDate.class);
                    rows.add(branchId, date, difference(branchId, date, row, unread.contains(date)));
                }
            }
        }
        if (!rows.isEmpty()) {
            rows.send(connection, WRITE);
        }
    }

    private @Nullable String difference(UUID branchId, LocalDate date, ResultSet row, boolean unread)
            throws SQLException {
        Array sums = row.getArray("sums");
        if (sums == null) {
            String before = row.getString("difference");
            return unread || DayComparison.namesFigures(before) ? before : null;
        }
        DayDigest said = new DayDigest(
                date,
                row.getLong("up_to_seq"),
                row.getLong("branch_events"),
                row.getString("branch_hash"),
                DaySums.of(sums),
                row.getObject("said_at", OffsetDateTime.class).toInstant());
        EventSum events = new EventSum(row.getLong("events"), row.getLong("hash"));
        return new DayComparison(said, events, DaySums.here(branchId, date, connection)).difference();
    }
}
