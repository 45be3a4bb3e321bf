package org.talon.central.inbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Works off the rebuilds that were asked for, one branch after the other; several centres share them. */
@ApplicationScoped
class RebuildWorker {

    private static final Logger LOG = Logger.getLogger(RebuildWorker.class);

    private final Rebuilds rebuilds;

    RebuildWorker(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @Scheduled(
            every = "${talon.inbox.rebuild-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void work() {
        try {
            while (rebuilds.doNext()) {
                LOG.info("a branch's figures were made anew from its log");
            }
        } catch (Rebuilds.Failed failed) {
            LOG.errorf(failed, "%s; it is tried again after the others", failed.getMessage());
            putLast(failed.branchId());
        } catch (SQLException | RuntimeException failed) {
            LOG.errorf(failed, "no rebuild can be done now; it is tried again");
        }
    }

    private void putLast(UUID branchId) {
        try {
            rebuilds.putLast(branchId);
        } catch (SQLException | RuntimeException failed) {
            LOG.errorf(failed, "branch %s cannot be put behind the others", branchId);
        }
    }
}
