package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.talon.shared.event.DayDigest;
import org.talon.shared.event.DayDigest.Sums;
import org.talon.shared.event.EventSum;
import org.talon.shared.federation.Message.Digest;
import org.talon.shared.federation.Message.Fact;
import org.talon.shared.figures.Tally;

/**
 * Holds what a branch says of a date against what is in, as it stands after just the events that the branch speaks of:
 * its events against those taken in, the figures of its own records against the rollups. In the transaction that takes
 * the events in, so that nothing comes in between.
 */
final class Reconciler {

    private static final String ADD = """
            insert into day_digest as d (branch_id, epoch, business_date, events, hash)
            select * from unnest(?, ?, ?, ?, ?)
            on conflict on constraint day_digest_pk do update
            set events = d.events + excluded.events,
                -- The sum overflows as one of 64 bits does; PostgreSQL's own addition would refuse to.
                hash = ((d.hash::numeric + excluded.hash + 27670116110564327424) % 18446744073709551616
                        - 9223372036854775808)::bigint""";

    private static final String DIGEST =
            "select events, hash from day_digest where branch_id = ? and epoch = ? and business_date = ?";

    private static final String SUMS = """
            select coalesce(sum(issued), 0), coalesce(sum(completed), 0), coalesce(sum(rejected), 0),
                   coalesce(sum(cancelled), 0), coalesce(sum(redirected), 0), coalesce(sum(expired), 0),
                   coalesce(sum(wait_sum_seconds), 0), coalesce(sum(wait_count), 0), coalesce(sum(within_target), 0),
                   coalesce(sum(service_sum_seconds), 0), coalesce(sum(service_count), 0)
            from rollup where branch_id = ? and business_date = ?""";

    private static final String WRITE = """
            insert into reconciliation (branch_id, business_date, epoch, up_to_seq, branch_events, branch_hash,
                                        centre_events, centre_hash, difference, said_at, compared_at)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint reconciliation_pk do update
            set epoch = excluded.epoch, up_to_seq = excluded.up_to_seq, branch_events = excluded.branch_events,
                branch_hash = excluded.branch_hash, centre_events = excluded.centre_events,
                centre_hash = excluded.centre_hash, difference = excluded.difference, said_at = excluded.said_at,
                compared_at = excluded.compared_at""";

    private record Day(UUID branchId, LocalDate date) {}

    private record DayOfEpoch(UUID branchId, int epoch, LocalDate date) {}

    /** What a branch said, and what the batch had added by then. */
    private record Claim(Digest said, EventSum sumThen, Sums figuresThen) {}

    /** A date of a branch that is not what the branch says it is. */
    record Difference(UUID branchId, LocalDate date, String what) {}

    private final Instant now;
    private final Map<DayOfEpoch, EventSum> added = new HashMap<>();
    private final Map<Day, Tally> figures = new HashMap<>();
    private final Map<Day, Claim> claims = new LinkedHashMap<>();
    private final List<Difference> differences = new ArrayList<>();

    Reconciler(Instant now) {
        this.now = now;
    }

    void add(Fact fact, EventSum sum) {
        added.merge(
                new DayOfEpoch(fact.branchId(), fact.epoch(), fact.envelope().businessDate()), sum, EventSum::plus);
        fact.figures()
                .forEach(figure -> figures.computeIfAbsent(
                                new Day(fact.branchId(), figure.key().date()), unused -> new Tally())
                        .add(figure.adds()));
    }

    /** To be called when just the events that it speaks of are in. */
    void compare(Digest said) {
        Day day = new Day(said.branchId(), said.digest().businessDate());
        claims.put(day, new Claim(said, addedOf(said), figuresOf(day)));
    }

    /** In a fixed number of statements, however many facts there were. */
    void write(Connection connection) throws SQLException {
        if (!added.isEmpty()) {
            Rows rows = new Rows("uuid int4 date int8 int8");
            added.forEach((day, sum) -> rows.add(day.branchId, day.epoch, day.date, sum.events(), sum.hash()));
            rows.send(connection, ADD);
        }
        if (!claims.isEmpty()) {
            Rows rows = new Rows("uuid date int4 int8 int8 text int8 text text timestamptz timestamptz");
            for (Map.Entry<Day, Claim> claim : claims.entrySet()) {
                compare(claim.getKey(), claim.getValue(), connection, rows);
            }
            rows.send(connection, WRITE);
        }
    }

    private void compare(Day day, Claim claim, Connection connection, Rows rows) throws SQLException {
        DayDigest said = claim.said.digest();
        EventSum here = stored(claim.said, connection).minus(addedOf(claim.said).minus(claim.sumThen));
        Sums figuresHere = stored(day, connection).minus(figuresOf(day).minus(claim.figuresThen));
        String difference = new DayComparison(said, here, figuresHere).difference();
        if (difference != null) {
            differences.add(new Difference(day.branchId, day.date, difference));
        }
        rows.add(
                day.branchId,
                day.date,
                claim.said.epoch(),
                said.upToSeq(),
                said.events(),
                said.hash(),
                here.events(),
                here.hashText(),
                difference,
                said.at(),
                now);
    }

    private EventSum addedOf(Digest said) {
        return added.getOrDefault(
                new DayOfEpoch(said.branchId(), said.epoch(), said.digest().businessDate()), EventSum.NOTHING);
    }

    private Sums figuresOf(Day day) {
        Tally tally = figures.get(day);
        return tally == null ? Sums.NONE : tally.sums();
    }

    private static EventSum stored(Digest said, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DIGEST)) {
            statement.setObject(1, said.branchId());
            statement.setInt(2, said.epoch());
            statement.setObject(3, said.digest().businessDate());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new EventSum(row.getLong(1), row.getLong(2)) : EventSum.NOTHING;
            }
        }
    }

    private static Sums stored(Day day, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SUMS)) {
            statement.setObject(1, day.branchId);
            statement.setObject(2, day.date);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Sums(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(11));
            }
        }
    }

    List<Difference> differences() {
        return differences;
    }
}
