package org.talon.branch.retention;

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
import org.talon.branch.catalogue.BranchCalendar;

/**
 * Lets a clock that jumps ahead take nothing away at once that cannot be had back: the time that retention goes by is never later than
 * the clock, and follows it by two days each run at most.
 */
@ApplicationScoped
public class RetentionTime {

    private static final Logger LOG = Logger.getLogger(RetentionTime.class);

    private static final String FOLLOW = """
            insert into retention_time as t (what, at) values (?, ?)
            on conflict (what) do update
            set at = greatest(t.at - interval '48 hours', least(t.at + interval '48 hours', excluded.at))
            returning at""";

    private final DataSource database;
    private final BranchCalendar calendar;
    private final Clock clock;

    RetentionTime(DataSource database, BranchCalendar calendar, Clock clock) {
        this.database = database;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What date it is at least, by which things are forgotten, and at most. */
    public record Today(LocalDate atLeast, LocalDate atMost) {}

    /** For one run: asked again it may be a later date. */
    public Today todayFor(String what) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant followed = follow(what, now);
        if (followed.isBefore(now)) {
            LOG.warnf(
                    "the clock (%s) is more than two days ahead of the last run of the retention of %s; if it is right, more runs"
                            + " follow it, until then it is taken for %s",
                    now, what, followed);
        }
        LocalDate byClock = calendar.dateOf(now);
        LocalDate byRuns = calendar.dateOf(followed);
        return byRuns.isBefore(byClock) ? new Today(byRuns, byClock) : new Today(byClock, byRuns);
    }

    private Instant follow(String what, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(FOLLOW)) {
            statement.setString(1, what);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }
}
