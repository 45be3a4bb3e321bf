package org.talon.central.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Lets a clock that jumps ahead take nothing away at once that cannot be had back: the time that retention goes by is never later than
 * the clock, and follows it by two days each run at most.
 */
@ApplicationScoped
class RetentionTime {

    private static final Logger LOG = Logger.getLogger(RetentionTime.class);

    private static final String FOLLOW = """
            insert into retention_time as t (at) values (?)
            on conflict (only_row) do update
            set at = greatest(t.at - interval '48 hours', least(t.at + interval '48 hours', excluded.at))
            returning at""";

    private final DataSource database;

    RetentionTime(DataSource database) {
        this.database = database;
    }

    /** For one run: asked again it may be a later date. */
    LocalDate todayBy(Clock clock) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant followed = follow(now);
        if (followed.isBefore(now)) {
            LOG.warnf(
                    "the clock (%s) is more than two days ahead of the last run of the retention; if it is right, more runs follow"
                            + " it, until then it is taken for %s",
                    now, followed);
        }
        return LocalDate.ofInstant(followed.isBefore(now) ? followed : now, ZoneOffset.UTC);
    }

    private Instant follow(Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(FOLLOW)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }
}
