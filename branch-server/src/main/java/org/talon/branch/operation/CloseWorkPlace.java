package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.talon.branch.catalogue.WorkPlace;
import org.talon.shared.http.DomainException;

/** Frees a workplace whose operator left without logging out; his token is dead from then on. */
@ApplicationScoped
class CloseWorkPlace {

    private final SessionRepository sessions;
    private final EndSession endSession;

    CloseWorkPlace(SessionRepository sessions, EndSession endSession) {
        this.sessions = sessions;
        this.endSession = endSession;
    }

    @Transactional
    OperatorSession close(WorkPlace place) {
        OperatorSession session = sessions.takeAt(place.id())
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.CONFLICT, "work-place-closed", "nobody sits at " + place.name()));
        endSession.endForAbsent(session);
        return session;
    }
}
