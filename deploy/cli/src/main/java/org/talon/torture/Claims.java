package org.talon.torture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.talon.report.CannotRun;

/** What the centre said to be complete, and when, is held to the moments at which the branches had committed what was not in. */
final class Claims {

    private static final String CLAIMED =
            "select branch_id, complete_to, epoch, next_seq from branch_position where complete_to is not null";

    private static final String COMMITTED = """
            select event_id, committed_at
            from outbox cross join lateral pg_xact_commit_timestamp(outbox.xmin) as committed_at
            where committed_at is not null""";

    private static final String PLACES = "select event_id, epoch, seq from event_log where branch_id = ?";

    private final Cluster centre;
    private final Map<Claim, Place> claims = new ConcurrentHashMap<>();

    Claims(Cluster centre) {
        this.centre = centre;
    }

    /** All that the branch had committed by then is in. */
    private record Claim(UUID branchId, Instant completeTo) {}

    /** In the numbers of a branch. */
    private record Place(int epoch, long seq) {
        static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::epoch).thenComparingLong(Place::seq);
    }

    /** Notes what the centre says at this moment; nothing while its database is away. */
    void look() {
        try (Connection connection = centre.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CLAIMED)) {
            while (row.next()) {
                Claim claim = new Claim(row.getObject(1, UUID.class), at(row, 2));
                claims.putIfAbsent(claim, new Place(row.getInt(3), row.getLong(4)));
            }
        } catch (SQLException away) {
            return;
        }
    }

    /** @return how many claims of the branch were not true when they were made */
    long untrue(UUID branchId, Cluster branch) {
        try {
            Map<UUID, Place> places = places(branchId);
            List<Committed> committed = committed(branch);
            return claims.entrySet().stream()
                    .filter(claim -> claim.getKey().branchId.equals(branchId))
                    .filter(claim -> committed.stream()
                            .anyMatch(event -> event.by(claim.getKey().completeTo)
                                    && isMissing(places.get(event.id), claim.getValue())))
                    .count();
        } catch (SQLException failed) {
            throw new CannotRun("the databases cannot be compared: " + failed.getMessage(), failed);
        }
    }

    private static boolean isMissing(@Nullable Place place, Place next) {
        return place == null || Place.ORDER.compare(place, next) >= 0;
    }

    private record Committed(UUID id, Instant at) {
        boolean by(Instant moment) {
            return !at.isAfter(moment);
        }
    }

    private static List<Committed> committed(Cluster branch) throws SQLException {
        List<Committed> all = new ArrayList<>();
        try (Connection connection = branch.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COMMITTED)) {
            while (row.next()) {
                all.add(new Committed(row.getObject(1, UUID.class), at(row, 2)));
            }
        }
        return all;
    }

    /** Of an event that is in twice, the later place: that is the one that counts. */
    private Map<UUID, Place> places(UUID branchId) throws SQLException {
        Map<UUID, Place> all = new HashMap<>();
        try (Connection connection = centre.open();
                PreparedStatement statement = connection.prepareStatement(PLACES)) {
            statement.setObject(1, branchId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.merge(
                            row.getObject(1, UUID.class),
                            new Place(row.getInt(2), row.getLong(3)),
                            (one, other) -> Place.ORDER.compare(one, other) < 0 ? other : one);
                }
            }
        }
        return all;
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
