package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.talon.shared.federation.Message.Digest;
import org.talon.shared.federation.Message.Fact;

/** All tables that follow from the facts, for one batch of them. */
final class Projections {

    private final Reconciler reconciler;
    private final List<Projection> all;

    Projections(Instant now) {
        reconciler = new Reconciler(now);
        // The reconciler last: it reads what the others have written.
        all = List.of(
                new Introductions(),
                new TicketProducts(),
                new WorkPlaceSessions(),
                new Rollups(),
                new UnreadTypes(),
                reconciler);
    }

    void add(Fact fact) {
        all.forEach(projection -> projection.add(fact));
    }

    /** To be called when just the events that it speaks of were added. */
    void compare(Digest digest) {
        reconciler.compare(digest);
    }

    void write(Connection connection) throws SQLException {
        for (Projection projection : all) {
            projection.write(connection);
        }
    }

    List<Reconciler.Difference> differences() {
        return reconciler.differences();
    }
}
