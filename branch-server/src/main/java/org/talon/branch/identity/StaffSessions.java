package org.talon.branch.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.talon.branch.catalogue.CatalogueProposed;
import org.talon.branch.catalogue.StaffMember;
import org.talon.shared.time.Ids;

/**
 * A session that has ended is over for every process of the branch, also after a restart: it stands in the branch's database, which is
 * asked at each call.
 */
@ApplicationScoped
class StaffSessions implements PanacheRepositoryBase<StaffSession, UUID> {

    private final Clock clock;
    private final Ids ids;

    StaffSessions(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    @Transactional
    UUID open(StaffMember member) {
        StaffSession session = new StaffSession(ids.next(), member.id(), clock.instant());
        persist(session);
        return session.id();
    }

    @Transactional
    boolean isOpen(UUID id) {
        return findByIdOptional(id).filter(session -> !session.isEnded()).isPresent();
    }

    @Transactional
    void end(UUID id) {
        findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).ifPresent(session -> session.end(clock.instant()));
    }

    /** With the catalogue, or not at all. */
    void onProposal(@Observes CatalogueProposed proposed) {
        update("endedAt = ?1 where endedAt is null and userId in ?2", clock.instant(), proposed.changedStaff());
    }
}
