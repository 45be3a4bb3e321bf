package org.talon.branch.catalogue;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Follows what another process of this branch has applied. */
@ApplicationScoped
class CatalogueWatch {

    private static final Logger LOG = Logger.getLogger(CatalogueWatch.class);

    private final ApplyCatalogue applyCatalogue;
    private boolean failing;

    CatalogueWatch(ApplyCatalogue applyCatalogue) {
        this.applyCatalogue = applyCatalogue;
    }

    @Scheduled(
            every = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        try {
            applyCatalogue.follow();
            failing = false;
        } catch (CatalogueMistakes | RuntimeException failure) {
            if (!failing) {
                LOG.errorf("the catalogue of another process cannot be taken over; trying again: %s", failure);
            }
            failing = true;
        }
    }
}
