package org.talon.branch.ticket;

import org.talon.shared.http.DomainException;

/** The state of a service of a ticket forbids what was asked for. */
public final class WrongState extends DomainException {
    WrongState(TicketProductState is, TicketProductState wanted) {
        super(
                Kind.CONFLICT,
                is.isAtWorkPlace() && wanted == TicketProductState.INVITED ? "already-invited" : "wrong-state",
                "the service is " + is.wireName() + " and cannot become " + wanted.wireName());
    }
}
