package org.talon.branch.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process of a branch be its relay: a PostgreSQL advisory lock that lives as long as its connection. Two relays
 * for a moment would do no harm, only work twice. Used by one thread.
 */
@ApplicationScoped
class RelayLock {

    private static final Logger LOG = Logger.getLogger(RelayLock.class);
    private static final String TRY = "select pg_try_advisory_lock(hashtext('talon.outbox.relay'))";
    private static final String UNLOCK = "select pg_advisory_unlock_all()";

    private final AgroalDataSource database;
    private @Nullable Connection connection;

    RelayLock(AgroalDataSource database) {
        this.database = database;
    }

    /** Says no at least once after each loss, so that whoever asks learns of it. */
    boolean isHeld() throws SQLException {
        Connection open = connection;
        if (open != null) {
            boolean alive = open.isValid(5);
            if (!alive) {
                release();
            }
            return alive;
        }
        return tryToTake(database.getConnection());
    }

    /**
     * The connection that holds the lock: what is written by it is written while the lock is held.
     *
     * @throws SQLException where the lock is not held
     */
    Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            throw new SQLException("this process is not the relay");
        }
        return open;
    }

    private boolean tryToTake(Connection candidate) throws SQLException {
        try (Statement statement = candidate.createStatement();
                ResultSet answer = statement.executeQuery(TRY)) {
            answer.next();
            if (answer.getBoolean(1)) {
                connection = candidate;
                return true;
            }
        } catch (SQLException failed) {
            candidate.close();
            throw failed;
        }
        candidate.close();
        return false;
    }

    void release() {
        Connection open = connection;
        connection = null;
        if (open == null) {
            return;
        }
        try (open;
                Statement statement = open.createStatement()) {
            statement.execute(UNLOCK);
        } catch (SQLException alreadyGone) {
            LOG.debugf(alreadyGone, "the relay's connection was gone, and its lock with it");
        }
    }
}
