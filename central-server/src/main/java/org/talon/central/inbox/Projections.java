package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.talon.shared.event.EventSum;
import org.talon.shared.federation.Message.Digest;
import org.talon.shared.federation.Message.Fact;

/** All tables that follow from the facts, for one batch of them. */
final class Projections {

    private final Reconciler reconciler;
    private final List<Projection> others;

    Projections(Instant now) {
        reconciler = new Reconciler(now);
        others = List.of(
                new Introductions(),
                new Tickets(),
                new TicketProducts(),
                new WorkPlaceSessions(),
                new Rollups(),
                new UnreadTypes());
    }

    void add(Fact fact) {
        add(fact, EventSum.of(fact.envelope()));
    }

    /** @param sum of the event as it came, where its data no longer is what came */
    void add(Fact fact, EventSum sum) {
        others.forEach(projection -> projection.add(fact));
        reconciler.add(fact, sum);
    }

    /** To be called when just the events that it speaks of were added. */
    void compare(Digest digest) {
        reconciler.compare(digest);
    }

    void write(Connection connection) throws SQLException {
        for (Projection projection : others) {
            projection.write(connection);
        }
        // Last: it reads what the others have written.
        reconciler.write(connection);
    }

    List<Reconciler.Difference> differences() {
        return reconciler.differences();
    }
}
