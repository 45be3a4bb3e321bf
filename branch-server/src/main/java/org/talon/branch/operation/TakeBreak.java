package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.talon.branch.outbox.Outbox;
import org.talon.branch.ticket.TicketQueue;

/** Breaks of an operator. He takes one only while no visitor is at his workplace. */
@ApplicationScoped
class TakeBreak {

    private final CurrentSession session;
    private final SessionRepository sessions;
    private final TicketQueue queue;
    private final Outbox outbox;
    private final Clock clock;

    TakeBreak(CurrentSession session, SessionRepository sessions, TicketQueue queue, Outbox outbox, Clock clock) {
        this.session = session;
        this.sessions = sessions;
        this.queue = queue;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    OperatorSession begin() {
        OperatorSession here = session.take();
        session.requireWorkPlace(here);
        Logout.requireNobodyAt(here, queue);
        sessions.leaves(here);
        outbox.append(here.beginBreak(clock.instant()));
        return here;
    }

    @Transactional
    OperatorSession end() {
        OperatorSession here = session.take();
        session.requireWorkPlace(here);
        outbox.append(here.endBreak(clock.instant()));
        return here;
    }
}
