package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.talon.branch.outbox.Outbox;
import org.talon.branch.ticket.TicketProduct;
import org.talon.branch.ticket.TicketQueue;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.http.DomainException;
import org.talon.shared.time.Ids;

/** What an operator does with the visitor who is called to, or served at, his workplace. */
@ApplicationScoped
class ServeVisitor {

    private final CurrentSession session;
    private final TicketQueue queue;
    private final EndSession endSession;
    private final Outbox outbox;
    private final Clock clock;
    private final Ids ids;

    ServeVisitor(
            CurrentSession session, TicketQueue queue, EndSession endSession, Outbox outbox, Clock clock, Ids ids) {
        this.session = session;
        this.queue = queue;
        this.endSession = endSession;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    @Transactional
    TicketProduct start() {
        return change((visitor, at) -> List.of(visitor.start(at)));
    }

    @Transactional
    TicketProduct reject() {
        return change((visitor, at) -> visitor.reject(ids, at));
    }

    @Transactional
    TicketProduct complete() {
        TicketProduct visitor = change((served, at) -> served.complete(ids, at));
        endSession.releaseWhereNobodySits(visitor.ticket());
        return visitor;
    }

    /** Into the personal queue of this workplace. */
    @Transactional
    TicketProduct hold() {
        return change((visitor, at) -> List.of(visitor.hold(at)));
    }

    private TicketProduct change(BiFunction<TicketProduct, Instant, List<BranchEvent>> verb) {
        OperatorSession here = session.take();
        TicketProduct visitor = queue.takeAt(here.workPlaceId()).orElseThrow(ServeVisitor::nobodyHere);
        verb.apply(visitor, clock.instant()).forEach(outbox::append);
        return visitor;
    }

    static DomainException nobodyHere() {
        return new DomainException(
                DomainException.Kind.CONFLICT, "nobody-here", "this workplace is Free: nobody is invited or served");
    }
}
