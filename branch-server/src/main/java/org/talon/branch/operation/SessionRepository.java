package org.talon.branch.operation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    List<OperatorSession> allOpen() {
        return list("endedAt is null");
    }

    /** Those open at a workplace, of a user, or both; none of them ends before the caller's transaction does. */
    List<OperatorSession> keepOpen(@Nullable UUID workPlaceId, @Nullable UUID userId) {
        return find(
                        "endedAt is null and (?1 is null or workPlaceId = ?1) and (?2 is null or userId = ?2)",
                        workPlaceId,
                        userId)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
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
