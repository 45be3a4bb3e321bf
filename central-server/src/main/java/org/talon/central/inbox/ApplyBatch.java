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
 * of their branches; or nothing. A duplicate, a replay, a second consumer of the same messages changes nothing; nor does what comes
 * of a branch that is not active.
 */
@ApplicationScoped
class ApplyBatch {

    private final DataSource database;
    private final BranchPositions positions;
    private final HeldBack heldBack;
    private final BranchClocks clocks;
    private final Clock clock;
    private final TakeIn takeIn = new TakeIn();

    ApplyBatch(DataSource database, BranchPositions positions, HeldBack heldBack, BranchClocks clocks, Clock clock) {
        this.database = database;
        this.positions = positions;
        this.heldBack = heldBack;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * What became of a batch, for the log and the metrics.
     *
     * @param heldBack how many messages were not looked at
     */
    record Outcome(Batch batch, List<Reconciler.Difference> differences, int heldBack) {

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
            List<Message> letIn = heldBack.letIn(messages, connection);
            Batch batch = takeIn.take(letIn, tables, now);
            clocks.hear(letIn, batch, now, connection);
            return new Outcome(batch, tables.differences(), messages.size() - letIn.size());
        }
    }
}
