package org.talon.central.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Empties messages in quarantine whose time is over: of what nobody can read nobody can tell what is personal, its reason included. */
@ApplicationScoped
class OldQuarantine {

    private static final String EMPTY = """
            update quarantine set bytes = '', reason = 'its time is over',
                settled_at = coalesce(settled_at, ?), settled_how = coalesce(settled_how, 'expired')
            where (topic, partition, kafka_offset) in (
                select topic, partition, kafka_offset from quarantine
                where received_at < ? and reason <> 'its time is over' limit ?)""";

    private final DataSource database;
    private final Clock clock;

    OldQuarantine(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return how many were emptied; 0 where none is left, or another process is at it */
    @Transactional(rollbackOn = Exception.class)
    int emptySome(LocalDate before, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(EMPTY)) {
            if (!RetentionTurn.isOurs(connection)) {
                return 0;
            }
            statement.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            statement.setObject(2, before.atStartOfDay().atOffset(ZoneOffset.UTC));
            statement.setInt(3, most);
            return statement.executeUpdate();
        }
    }
}
