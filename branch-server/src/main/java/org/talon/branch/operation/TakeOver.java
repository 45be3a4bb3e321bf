package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.talon.branch.catalogue.StaffInForce;
import org.talon.branch.catalogue.StaffMember;
import org.talon.branch.outbox.Outbox;
import org.talon.branch.ticket.TicketQueue;

/** Another operator goes on at a workplace, with the token that is there. Nobody hands over a visitor in the middle. */
@ApplicationScoped
class TakeOver {

    private final StaffInForce staff;
    private final CurrentSession session;
    private final SessionRepository sessions;
    private final TicketQueue queue;
    private final EndSession endSession;
    private final Outbox outbox;
    private final Clock clock;

    TakeOver(
            StaffInForce staff,
            CurrentSession session,
            SessionRepository sessions,
            TicketQueue queue,
            EndSession endSession,
            Outbox outbox,
            Clock clock) {
        this.staff = staff;
        this.session = session;
        this.sessions = sessions;
        this.queue = queue;
        this.endSession = endSession;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    OperatorSession by(StaffMember operator) {
        staff.requireUnchanged(operator);
        Instant now = clock.instant();
        OperatorSession here = session.take();
        session.requireWorkPlace(here);
        Logout.requireNobodyAt(here, queue);
        if (!here.userId().equals(operator.id())) {
            sessions.leaves(here);
            endSession.liftAimsAtUser(here);
            if (here.breakStartedAt() != null) {
                outbox.append(here.endBreak(now));
            }
            outbox.append(here.handOver(operator.id(), now));
        }
        return here;
    }
}
