package org.talon.branch.survey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.talon.shared.http.DomainException;

/** Surveys at their consoles. */
@ApplicationScoped
class SurveyRunRepository implements PanacheRepositoryBase<SurveyRun, UUID> {

    private static final String ONE_A_CONSOLE = "survey_run_one_a_console";

    /** Takes the run of a console for a change: what one console does happens one after another. */
    Optional<SurveyRun> takeOpenAt(String clientId) {
        return find("clientId = ?1 and endedAt is null", clientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<SurveyRun> takeOpen(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(run -> !run.isEnded());
    }

    /** Runs in which nobody has answered since. */
    List<UUID> openAndIdleSince(Instant since) {
        return getEntityManager()
                .createQuery(
                        "select r.id from SurveyRun r"
                                + " where r.endedAt is null and coalesce(r.lastAnswerAt, r.startedAt) <= :since",
                        UUID.class)
                .setParameter("since", since)
                .getResultList();
    }

    /** Keeps a new run. Of two that are begun at one console at once the database takes one. */
    void open(SurveyRun run) {
        // What ended at this console has ended before: Hibernate would write the new row first.
        flush();
        try {
            persistAndFlush(run);
        } catch (ConstraintViolationException taken) {
            if (!ONE_A_CONSOLE.equals(taken.getConstraintName())) {
                throw taken;
            }
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "survey-begun-already",
                    "another call began a survey at this console at the same moment; it is Active");
        }
    }
}
