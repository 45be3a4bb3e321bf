package org.talon.central.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.talon.shared.event.ResendRequest;

/**
 * Knows what has not come and will not come by itself: what lies before a gap, and what a branch has told of although all
 * that it had sent before is in.
 */
@ApplicationScoped
class MissingEvents {

    private static final String MISSING = """
            select branch_id, epoch, next_seq from branch_position
            where gap_seq is not null
               or (announced_epoch = epoch and announced_seq >= next_seq)
               or (announced_epoch > epoch and announced_seq > 0)""";

    private final DataSource database;
    private final Clock clock;

    MissingEvents(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<ResendRequest> all() throws SQLException {
        List<ResendRequest> missing = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(MISSING);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                missing.add(new ResendRequest(
                        row.getObject(1, UUID.class), row.getInt(2), row.getLong(3), clock.instant()));
            }
        }
        return missing;
    }
}
