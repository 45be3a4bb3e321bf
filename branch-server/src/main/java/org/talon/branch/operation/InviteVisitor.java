package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.talon.branch.outbox.Outbox;
import org.talon.branch.ticket.Bookings;
import org.talon.branch.ticket.Desk;
import org.talon.branch.ticket.LeftBehind;
import org.talon.branch.ticket.SelectionReason;
import org.talon.branch.ticket.TicketProduct;
import org.talon.branch.ticket.TicketProductState;
import org.talon.branch.ticket.TicketQueue;
import org.talon.shared.http.DomainException;

/** Calls a visitor to a workplace. Two workplaces never get the same visitor, and one never gets two. */
@ApplicationScoped
class InviteVisitor {

    private final CurrentSession session;
    private final TicketQueue queue;
    private final Bookings bookings;
    private final LeftBehind leftBehind;
    private final Outbox outbox;
    private final Clock clock;

    InviteVisitor(
            CurrentSession session,
            TicketQueue queue,
            Bookings bookings,
            LeftBehind leftBehind,
            Outbox outbox,
            Clock clock) {
        this.session = session;
        this.queue = queue;
        this.bookings = bookings;
        this.leftBehind = leftBehind;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Who was called, and why he. */
    record Invited(TicketProduct visitor, SelectionReason reason) {}

    /** The next of those whom this workplace serves; empty where nobody waits for it. */
    @Transactional
    Optional<Invited> next() {
        Desk desk = session.deskOf(takeFree());
        Instant now = clock.instant();
        bookings.settle();
        leftBehind.cancel();
        return queue.takeFirst(desk, now)
                .map(visitor -> invite(visitor, desk, queue.reasonOf(visitor, desk, now), now));
    }

    /** A certain visitor, also one whom the workplace does not usually serve, or whom it holds. */
    @Transactional
    Invited certain(UUID ticketProductId) {
        Desk desk = session.deskOf(takeFree());
        Instant now = clock.instant();
        TicketProduct visitor = queue.take(ticketProductId)
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.UNKNOWN,
                        "ticket-product-unknown",
                        "there is no service of a ticket with the id " + ticketProductId));
        requireFree(visitor, desk);
        return invite(visitor, desk, queue.byHand(visitor, desk, now), now);
    }

    /** Once more the one who is called to this workplace and has not come yet. */
    @Transactional
    TicketProduct again() {
        OperatorSession here = session.take();
        TicketProduct visitor = queue.takeAt(here.workPlaceId()).orElseThrow(ServeVisitor::nobodyHere);
        outbox.append(visitor.recall(clock.instant()));
        return visitor;
    }

    private static void requireFree(TicketProduct visitor, Desk desk) {
        if (visitor.state() == TicketProductState.HELD && !visitor.isHeldAt(desk.workPlaceId())) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT, "held-elsewhere", "the visitor is Held for another workplace");
        }
        if (visitor.state() == TicketProductState.IN_QUEUE && !visitor.isMeantFor(desk.workPlaceId(), desk.userId())) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "meant-for-another",
                    "the visitor was sent to another workplace or user; a hall administrator may send him on");
        }
        if (!visitor.state().isAtWorkPlace() && visitor.ticket().isAtWorkPlace()) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "already-invited",
                    "the visitor is at a workplace for another service of his ticket");
        }
    }

    private OperatorSession takeFree() {
        OperatorSession here = session.take();
        here.requireNoBreak();
        queue.at(here.workPlaceId()).ifPresent(visitor -> {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "work-place-busy",
                    "a visitor is " + visitor.state().wireName() + " at this workplace");
        });
        return here;
    }

    private Invited invite(TicketProduct visitor, Desk desk, SelectionReason reason, Instant now) {
        outbox.append(visitor.inviteTo(desk.workPlaceId(), desk.userId(), now));
        return new Invited(visitor, reason);
    }
}
