package org.talon.branch.survey;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks after surveys that nobody asks for any more, so that their end is told all the same. */
@ApplicationScoped
class IdleCheck {

    private final IdleRuns idle;

    IdleCheck(IdleRuns idle) {
        this.idle = idle;
    }

    @Scheduled(
            every = "${talon.survey.idle-check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void check() {
        idle.find().forEach(idle::end);
    }
}
