package org.talon.branch.operation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.CatalogueProposed;

/** Who sits where. */
@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<OperatorSession, UUID> {

    /** Takes the session for a change: what one workplace does happens one after another. */
    Optional<OperatorSession> take(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(session -> !session.isEnded());
    }

    /** Takes the one that is open at a workplace for a change. */
    Optional<OperatorSession> takeAt(UUID workPlaceId) {
        return find("workPlaceId = ?1 and endedAt is null", workPlaceId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** With the catalogue, or not at all: whoever is another there, or has another password, identifies anew. */
    void onProposal(@Observes CatalogueProposed proposed) {
        update("seal = null where endedAt is null and userId in ?1", proposed.changedStaff());
    }

    List<OperatorSession> allOpen() {
        return list("endedAt is null");
    }

    /** Those open at a workplace, of a user, or both; none of them leaves or rests before the caller's transaction is over. */
    List<OperatorSession> keepOpen(@Nullable UUID workPlaceId, @Nullable UUID userId) {
        Stream.of(Optional.ofNullable(workPlaceId), Optional.ofNullable(userId))
                .flatMap(Optional::stream)
                .forEach(id -> lock("pg_advisory_xact_lock_shared", id));
        return list(
                "endedAt is null and (?1 is null or workPlaceId = ?1) and (?2 is null or userId = ?2)",
                workPlaceId,
                userId);
    }

    /**
     * Before its operator leaves it or rests: waits for those who count on him, and they wait for him. Not by locks of the sessions'
     * rows: each operator holds his own, so that two who send visitors to each other would wait for ever.
     */
    void leaves(OperatorSession session) {
        lock("pg_advisory_xact_lock", session.workPlaceId());
        lock("pg_advisory_xact_lock", session.userId());
    }

    private void lock(String function, UUID id) {
        getEntityManager()
                .createNativeQuery("select 1 from " + function + "(hashtextextended(:id, 0))")
                .setParameter("id", id.toString())
                .getSingleResult();
    }

    /** Whether the user of a session sits at another workplace too. */
    boolean sitsElsewhere(OperatorSession session) {
        return count("userId = ?1 and id <> ?2 and endedAt is null", session.userId(), session.id()) > 0;
    }

    /** Two who identify at one workplace at once take turns. */
    void lockWorkPlace(UUID workPlaceId) {
        getEntityManager()
                .createNativeQuery("select id from work_place where id = :id for update")
                .setParameter("id", workPlaceId)
                .getSingleResult();
    }
}
