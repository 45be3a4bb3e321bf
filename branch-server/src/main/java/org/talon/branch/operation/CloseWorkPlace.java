package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.shared.http.DomainException;

/** Frees a workplace whose operator left without logging out; his token is dead from then on. */
@ApplicationScoped
class CloseWorkPlace {

    private final CurrentCatalogue catalogue;
    private final SessionRepository sessions;
    private final EndSession endSession;

    CloseWorkPlace(SessionRepository sessions, EndSession endSession, CurrentCatalogue catalogue) {
        this.catalogue = catalogue;
        this.sessions = sessions;
        this.endSession = endSession;
    }

    /** Also one that has left the catalogue while somebody sat there. */
    @Transactional
    OperatorSession close(UUID workPlaceId) {
        OperatorSession session = sessions.takeAt(workPlaceId).orElseThrow(() -> nobodyAt(workPlaceId));
        endSession.endForAbsent(session);
        return session;
    }

    private DomainException nobodyAt(UUID id) {
        if (catalogue.get().workPlace(id).isEmpty()) {
            return new DomainException(
                    DomainException.Kind.UNKNOWN, "work-place-unknown", "there is no workplace " + id);
        }
        return new DomainException(DomainException.Kind.CONFLICT, "work-place-closed", "nobody sits there");
    }
}
