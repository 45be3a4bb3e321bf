package org.talon.central.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.talon.shared.federation.Batch;
import org.talon.shared.federation.Inbox.MovedMeanwhile;
import org.talon.shared.federation.Message;
import org.talon.shared.federation.Message.Fact;
import org.talon.shared.federation.Message.Poison;
import org.talon.shared.federation.TakeIn;

/**
 * Takes a batch in exactly once: in one transaction, everything that follows from its new messages and the positions
 * of their branches; or nothing. A duplicate, a replay, a second consumer of the same messages changes nothing.
 */
@ApplicationScoped
class ApplyBatch {

    private final DataSource database;
    private final BranchPositions positions;
    private final Clock clock;
    private final TakeIn takeIn = new TakeIn();

    ApplyBatch(DataSource database, BranchPositions positions, Clock clock) {
        this.database = database;
        this.positions = positions;
        this.clock = clock;
    }

    /** What became of a batch, for the log and the metrics. */
    record Outcome(Batch batch, List<Reconciler.Difference> differences) {

        int applied() {
            return (int) batch.taken().stream().filter(Fact.class::isInstance).count();
        }

        int unknownTypes() {
            return (int) batch.taken().stream()
                    .filter(message -> message instanceof Fact fact && fact.event() == null)
                    .count();
        }

        List<Poison> poisons() {
            return batch.taken().stream()
                    .filter(Poison.class::isInstance)
                    .map(Poison.class::cast)
                    .toList();
        }
    }

    /** @throws MovedMeanwhile where another consumer was first; nothing is changed, try again */
    @Transactional(rollbackOn = Exception.class)
    Outcome apply(List<Message> messages) throws SQLException, MovedMeanwhile {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            InboxTables tables = new InboxTables(connection, positions, now);
            Batch batch = takeIn.take(messages, tables, now);
            return new Outcome(batch, tables.differences());
        }
    }
}
