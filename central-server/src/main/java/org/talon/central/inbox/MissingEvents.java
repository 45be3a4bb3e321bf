package org.talon.central.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.talon.shared.event.ResendRequest;

/** What is to be asked of the branches: events that will not come by themselves, and an end to two histories. */
@ApplicationScoped
class MissingEvents {

    private final DataSource database;
    private final BranchPositions positions;
    private final Clock clock;

    MissingEvents(DataSource database, BranchPositions positions, Clock clock) {
        this.database = database;
        this.positions = positions;
        this.clock = clock;
    }

    List<ResendRequest> all() throws SQLException {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            return positions.ofActive(connection).stream()
                    .flatMap(at -> at.asks(now).stream())
                    .toList();
        }
    }
}
