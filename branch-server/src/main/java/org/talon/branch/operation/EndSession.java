package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.talon.branch.outbox.Outbox;
import org.talon.branch.ticket.Ticket;
import org.talon.branch.ticket.TicketProduct;
import org.talon.branch.ticket.TicketProductState;
import org.talon.branch.ticket.TicketQueue;
import org.talon.shared.time.Ids;

/**
 * Ends a session, whoever wants it, and leaves no visitor behind: who was held for the workplace, or meant for it or its user alone,
 * waits for anybody from then on.
 */
@ApplicationScoped
class EndSession {

    private final SessionRepository sessions;
    private final TicketQueue queue;
    private final Outbox outbox;
    private final Clock clock;
    private final Ids ids;

    EndSession(SessionRepository sessions, TicketQueue queue, Outbox outbox, Clock clock, Ids ids) {
        this.sessions = sessions;
        this.queue = queue;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param session taken by the caller, and nobody is called to, or served at, its workplace */
    @Transactional(Transactional.TxType.MANDATORY)
    void end(OperatorSession session) {
        Instant now = clock.instant();
        sessions.leaves(session);
        outbox.append(session.end(now));
        queue.idsHeldAt(session.workPlaceId())
                .forEach(id -> queue.take(id)
                        .filter(held -> held.isHeldAt(session.workPlaceId()))
                        .ifPresent(this::release));
        queue.liftAims(session.workPlaceId());
        liftAimsAtUser(session);
    }

    /** Of one who left without logging out: who was served is done, who was called has not come. */
    @Transactional(Transactional.TxType.MANDATORY)
    void endForAbsent(OperatorSession session) {
        Instant now = clock.instant();
        Optional<TicketProduct> visitor = queue.takeAt(session.workPlaceId());
        visitor.map(here ->
                        here.state() == TicketProductState.OPERATING ? here.complete(ids, now) : here.reject(ids, now))
                .ifPresent(events -> events.forEach(outbox::append));
        end(session);
        visitor.ifPresent(gone -> releaseWhereNobodySits(gone.ticket()));
    }

    /** Those meant for a user alone may go anywhere, unless the user still sits somewhere. To be called where he is about to leave. */
    @Transactional(Transactional.TxType.MANDATORY)
    void liftAimsAtUser(OperatorSession left) {
        if (!sessions.sitsElsewhere(left)) {
            queue.liftAimsAtUser(left.userId());
        }
    }

    /** @param ticket taken by the caller; a visitor who came back to the personal queue of a workplace where nobody sits waits for anybody */
    @Transactional(Transactional.TxType.MANDATORY)
    void releaseWhereNobodySits(Ticket ticket) {
        ticket.products().stream()
                .filter(part -> part.state() == TicketProductState.HELD)
                .filter(held -> sessions.keepOpen(held.heldAt(), null).isEmpty())
                .forEach(this::release);
    }

    private void release(TicketProduct held) {
        outbox.append(held.release(clock.instant()));
    }
}
