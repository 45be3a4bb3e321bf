package org.talon.central.inbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Has the tables of a branch made anew, once, where a version with other projections has a part in them: what it left out, in the tables
 * that it did not know and of the types that it could not read, is in them afterwards.
 */
@ApplicationScoped
class OlderProjections {

    private static final Logger LOG = Logger.getLogger(OlderProjections.class);

    /** Longer than an active branch is silent: its heartbeats come every few seconds. */
    private static final Duration AT_REST = Duration.ofMinutes(1);

    /** Not while an older version takes the branch in, for that would leave something out again; nor where one is ordered already. */
    private static final String ORDER = """
            insert into rebuild (branch_id, asked_at)
            select p.branch_id, ?::timestamptz
            from branch_position p
            where (p.projection_version < ? or p.projected_offset is distinct from p.kafka_offset)
              and (p.projected_offset = p.kafka_offset or p.last_seen is null or p.last_seen < ?)
              and not exists (select from rebuild r where r.branch_id = p.branch_id and r.done_at is null)
            on conflict on constraint rebuild_pk do update
            set asked_at = excluded.asked_at, done_at = null, events = null, before = null, after = null""";

    private final DataSource database;
    private final Clock clock;

    OlderProjections(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            every = "${talon.inbox.newly-known-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        try {
            int branches = orderRebuilds();
            if (branches > 0) {
                LOG.infof("an older version has a part in the tables of %d branches; they are made anew", branches);
            }
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("what an older version left out is not looked for now; trying again: %s", failed);
        }
    }

    /** @return of how many branches */
    int orderRebuilds() throws SQLException {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection();
                PreparedStatement order = connection.prepareStatement(ORDER)) {
            order.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            order.setInt(2, Projections.VERSION);
            order.setObject(3, OffsetDateTime.ofInstant(now.minus(AT_REST), ZoneOffset.UTC));
            return order.executeUpdate();
        }
    }
}
