package org.talon.central.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** Takes note of forks: from then on they no longer make their branch divergent. */
@ApplicationScoped
public class ForkNotes {

    private static final String ACCEPT =
            "update branch_fork set accepted_at = ? where branch_id = ? and accepted_at is null";

    private final DataSource database;
    private final Clock clock;

    ForkNotes(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return how many there were */
    @Transactional
    public int accept(UUID branchId) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ACCEPT)) {
            statement.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            statement.setObject(2, branchId);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the forks cannot be changed", failure);
        }
    }
}
