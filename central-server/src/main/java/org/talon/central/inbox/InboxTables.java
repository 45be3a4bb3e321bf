package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.talon.shared.event.EpochBegan;
import org.talon.shared.federation.BranchCursor;
import org.talon.shared.federation.BranchPosition;
import org.talon.shared.federation.Inbox;
import org.talon.shared.federation.Message;
import org.talon.shared.federation.Message.Digest;
import org.talon.shared.federation.Message.Fact;
import org.talon.shared.federation.Message.Poison;

/** The centre's tables as one transaction sees and changes them. */
final class InboxTables implements Inbox<SQLException> {

    /** What a number of the log is not compared with: it was dropped, or lies in quarantine. */
    private static final String UNLIKE = """
            select n.place
            from unnest(?, ?, ?, ?, ?) as n (place, branch_id, epoch, seq, event_id)
            join event_log e using (branch_id, epoch, seq)
            where e.event_id <> n.event_id""";

    private final Connection connection;
    private final BranchPositions positions;
    private final Instant now;
    private final List<Reconciler.Difference> differences = new ArrayList<>();

    InboxTables(Connection connection, BranchPositions positions, Instant now) {
        this.connection = connection;
        this.positions = positions;
        this.now = now;
    }

    @Override
    public Collection<BranchPosition> positionsOf(Set<UUID> branches) throws SQLException {
        return positions.of(connection, branches).values();
    }

    @Override
    public List<Fact> unlikeThoseIn(List<Fact> duplicates) throws SQLException {
        Rows rows = new Rows("int4 uuid int4 int8 uuid");
        for (int place = 0; place < duplicates.size(); place++) {
            Fact fact = duplicates.get(place);
            rows.add(
                    place,
                    fact.branchId(),
                    fact.epoch(),
                    fact.seq(),
                    fact.envelope().eventId());
        }
        List<Fact> unlike = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(UNLIKE)) {
            rows.bind(connection, statement, 0);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    unlike.add(duplicates.get(row.getInt(1)));
                }
            }
        }
        return unlike;
    }

    @Override
    public void advance(Collection<BranchCursor> cursors, Instant at) throws SQLException, MovedMeanwhile {
        positions.advance(connection, cursors, at);
    }

    @Override
    public void write(List<Message> taken) throws SQLException {
        RawLog log = new RawLog(now);
        Forks forks = new Forks(now);
        Quarantine quarantine = new Quarantine(now);
        Projections projections = new Projections(now);
        for (Message message : taken) {
            switch (message) {
                case Fact fact -> {
                    log.add(fact);
                    projections.add(fact);
                    if (fact.event() instanceof EpochBegan began) {
                        forks.add(fact, began);
                    }
                }
                case Digest digest -> projections.compare(digest);
                case Poison poison -> quarantine.add(poison);
                default -> throw new IllegalArgumentException("nothing is written of " + message);
            }
        }
        log.write(connection);
        projections.write(connection);
        quarantine.write(connection);
        forks.write(connection);
        differences.addAll(projections.differences());
    }

    @Override
    public void makeAnew(UUID branchId) throws SQLException {
        new RebuildBranch(connection, now).of(branchId);
    }

    /** The dates that turned out not to be what their branches say they are. */
    List<Reconciler.Difference> differences() {
        return differences;
    }
}
