package org.talon.torture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Nobody acknowledges while Kafka is dead: a branch that then notes more acknowledged than it had numbered at that moment has made it up.
 */
final class DeadKafka {

    /** Number 1 of every epoch but the first stands in no window. */
    private static final String NUMBERED = """
            select p.epoch, coalesce(max(w.first_seq + w.size - 1), 1)
            from outbox_position p left join outbox_window w using (epoch) group by p.epoch""";

    private static final String ACKNOWLEDGED = "select epoch, acknowledged_seq from outbox_position";

    private final List<Cluster> branches;
    private final AtomicLong madeUp = new AtomicLong();

    DeadKafka(List<Cluster> branches) {
        this.branches = branches;
    }

    /** How far a branch was in its numbers. */
    private record Place(int epoch, long seq) {}

    /** To be called when it is dead; what is answered is to be run before it lives again. */
    Runnable dies() {
        Map<Cluster, Place> numbered = new HashMap<>();
        branches.forEach(branch -> of(branch, NUMBERED).ifPresent(place -> numbered.put(branch, place)));
        return () -> numbered.forEach((branch, then) -> of(branch, ACKNOWLEDGED)
                .filter(now -> now.epoch == then.epoch && now.seq > then.seq)
                .ifPresent(now -> madeUp.addAndGet(now.seq - then.seq)));
    }

    /** How many numbers were noted as acknowledged that nobody had acknowledged. */
    long madeUp() {
        return madeUp.get();
    }

    /** Empty of a branch whose database is away at this moment. */
    private static Optional<Place> of(Cluster branch, String query) {
        try (Connection connection = branch.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Optional.of(new Place(row.getInt(1), row.getLong(2))) : Optional.empty();
        } catch (SQLException away) {
            return Optional.empty();
        }
    }
}
