package org.talon.branch.operation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who sits where. */
@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<OperatorSession, UUID> {

    Optional<OperatorSession> openAt(UUID workPlaceId) {
        return find("workPlaceId = ?1 and endedAt is null", workPlaceId).firstResultOptional();
    }

    /** Takes the session for a change: what one workplace does happens one after another. */
    Optional<OperatorSession> take(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(session -> !session.isEnded());
    }

    List<OperatorSession> allOpen() {
        return list("endedAt is null");
    }

    /** Two who identify at one workplace at once take turns. */
    void lockWorkPlace(UUID workPlaceId) {
        getEntityManager()
                .createNativeQuery("select id from work_place where id = :id for update")
                .setParameter("id", workPlaceId)
                .getSingleResult();
    }
}
