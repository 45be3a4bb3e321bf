package org.talon.central.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Takes a batch in exactly once: in one transaction, everything that follows from its new messages and the positions
 * of their branches; or nothing. A duplicate, a replay, a second consumer of the same messages changes nothing.
 */
@ApplicationScoped
class ApplyBatch {

    private final DataSource database;
    private final BranchPositions positions;
    private final Clock clock;

    ApplyBatch(DataSource database, BranchPositions positions, Clock clock) {
        this.database = database;
        this.positions = positions;
        this.clock = clock;
    }

    /** @throws BranchPositions.MovedMeanwhile where another consumer was first; nothing is changed, try again */
    @Transactional(rollbackOn = Exception.class)
    Batch.Outcome apply(List<Message> messages) throws SQLException, BranchPositions.MovedMeanwhile {
        Instant now = clock.instant();
        Set<UUID> branches = messages.stream()
                .map(Message::branchId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        try (Connection connection = database.getConnection()) {
            Batch batch = new Batch(positions.of(connection, branches).values(), now);
            messages.forEach(batch::take);
            positions.advance(connection, batch.cursors(), now);
            batch.write(connection);
            return batch.outcome();
        }
    }
}
