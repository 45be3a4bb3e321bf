package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import org.talon.branch.outbox.Outbox;
import org.talon.branch.ticket.TicketProduct;
import org.talon.branch.ticket.TicketQueue;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.http.DomainException;

/** What an operator does with the visitor who is called to, or served at, his workplace. */
@ApplicationScoped
class ServeVisitor {

    private final CurrentSession session;
    private final TicketQueue queue;
    private final Outbox outbox;
    private final Clock clock;

    ServeVisitor(CurrentSession session, TicketQueue queue, Outbox outbox, Clock clock) {
        this.session = session;
        this.queue = queue;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    TicketProduct start() {
        return change(TicketProduct::start);
    }

    @Transactional
    TicketProduct reject() {
        return change(TicketProduct::reject);
    }

    @Transactional
    TicketProduct complete() {
        return change(TicketProduct::complete);
    }

    private TicketProduct change(BiFunction<TicketProduct, Instant, BranchEvent> verb) {
        OperatorSession here = session.take();
        TicketProduct visitor = queue.at(here.workPlaceId())
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.CONFLICT,
                        "nobody-here",
                        "this workplace is Free: nobody is invited or served"));
        outbox.append(verb.apply(visitor, clock.instant()));
        return visitor;
    }
}
