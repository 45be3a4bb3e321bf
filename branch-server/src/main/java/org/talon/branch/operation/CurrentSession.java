package org.talon.branch.operation;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.WorkPlace;
import org.talon.branch.ticket.Desk;
import org.talon.shared.http.DomainException;
import org.talon.shared.identity.SessionTokens;

/** The session that the caller's token stands for, as long as it lasts. */
@RequestScoped
class CurrentSession {

    private final JsonWebToken token;
    private final SessionRepository sessions;
    private final CurrentCatalogue catalogue;

    CurrentSession(JsonWebToken token, SessionRepository sessions, CurrentCatalogue catalogue) {
        this.token = token;
        this.sessions = sessions;
        this.catalogue = catalogue;
    }

    OperatorSession get() {
        return ofOperator(sessions.findByIdOptional(id())
                .filter(session -> !session.isEnded() && isSealed(session))
                .orElseThrow(CurrentSession::ended));
    }

    /** For what is the same for every session, but only for one that lasts. */
    void requireOpen() {
        get();
    }

    /** For a change; to be called within a transaction. */
    OperatorSession take() {
        return ofOperator(sessions.take(id()).filter(this::isSealed).orElseThrow(CurrentSession::ended));
    }

    /** The workplace as it looks for its next visitor. */
    Desk deskOf(OperatorSession session) {
        WorkPlace place = workPlaceOf(session);
        return new Desk(place.id(), session.userId(), place.productIds(), place.selection());
    }

    /** Before a change whose answer shows the workplace: what is refused has changed nothing. */
    void requireWorkPlace(OperatorSession session) {
        workPlaceOf(session);
    }

    boolean hasWorkPlace(OperatorSession session) {
        return catalogue.get().workPlace(session.workPlaceId()).isPresent();
    }

    WorkPlace workPlaceOf(OperatorSession session) {
        return catalogue
                .get()
                .workPlace(session.workPlaceId())
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.CONFLICT,
                        "work-place-removed",
                        "this workplace is no longer in the branch's catalogue"));
    }

    /** Whoever sits there now, which need not be the one for whom the token was made. */
    private OperatorSession ofOperator(OperatorSession session) {
        if (!catalogue.get().isOperator(session.userId())) {
            throw new DomainException(
                    DomainException.Kind.UNAUTHENTICATED,
                    "bad-token",
                    "who works here is no longer an operator of this branch");
        }
        return session;
    }

    private boolean isSealed(OperatorSession session) {
        return session.isSealed(token.getClaim(OperatorSession.SEAL));
    }

    private UUID id() {
        return UUID.fromString(String.valueOf(token.<String>getClaim(SessionTokens.SESSION)));
    }

    private static DomainException ended() {
        return new DomainException(
                DomainException.Kind.UNAUTHENTICATED, "session-ended", "this session has ended; identify again");
    }
}
