package org.talon.central.inbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.talon.shared.event.EventCodec;

/**
 * Has what an older version kept unread applied by a version that can read it: orders the rebuild of each branch that has such
 * events, once. At the start, and now and then after it: while servers are renewed one by one, an older one still keeps events unread.
 */
@ApplicationScoped
class NewlyKnownTypes {

    private static final Logger LOG = Logger.getLogger(NewlyKnownTypes.class);

    /** In one statement, so that a rebuild that ends meanwhile is seen as pending or with nothing left unread, not in between. */
    private static final String ORDER = """
            insert into rebuild (branch_id, asked_at)
            select distinct u.branch_id, ?::timestamptz
            from unread_type u
            where u.type = any (?)
              and not exists (select from rebuild r where r.branch_id = u.branch_id and r.done_at is null)
            on conflict on constraint rebuild_pk do update
            set asked_at = excluded.asked_at, done_at = null, events = null, before = null, after = null""";

    private final DataSource database;
    private final Clock clock;

    NewlyKnownTypes(DataSource database, Clock clock) {
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
                LOG.infof("%d branches have events that can be read by now; their figures are made anew", branches);
            }
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("events that an older version kept unread are not looked for now; trying again: %s", failed);
        }
    }

    /** @return of how many branches */
    int orderRebuilds() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement order = connection.prepareStatement(ORDER)) {
            order.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            order.setArray(
                    2, connection.createArrayOf("text", EventCodec.types().toArray()));
            return order.executeUpdate();
        }
    }
}
