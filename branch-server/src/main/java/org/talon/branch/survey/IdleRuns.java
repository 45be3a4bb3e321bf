package org.talon.branch.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.talon.branch.outbox.Outbox;

/** Surveys whose visitor has left are over when their time is up, whether anybody asks for them or not. */
@ApplicationScoped
class IdleRuns {

    private final SurveyRunRepository runs;
    private final Outbox outbox;
    private final SurveyConfig config;
    private final Clock clock;

    IdleRuns(SurveyRunRepository runs, Outbox outbox, SurveyConfig config, Clock clock) {
        this.runs = runs;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    List<UUID> find() {
        return runs.openAndIdleSince(clock.instant().minus(config.idleLimit()));
    }

    @Transactional
    void end(UUID id) {
        runs.takeOpen(id).ifPresent(this::endIfIdle);
    }

    /** The run of a console that still goes on; to be called within a transaction, in which one that does not is ended. */
    Optional<SurveyRun> takeActiveAt(Console console) {
        Optional<SurveyRun> run = runs.takeOpenAt(console.clientId());
        run.ifPresent(this::endIfIdle);
        return run.filter(taken -> !taken.isEnded());
    }

    private void endIfIdle(SurveyRun run) {
        if (run.isIdle(config.idleLimit(), clock.instant())) {
            outbox.append(run.timeOut(config.idleLimit()));
        }
    }
}
