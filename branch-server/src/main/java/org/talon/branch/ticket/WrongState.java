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

    private WrongState(String code, String detail) {
        super(Kind.CONFLICT, code, detail);
    }

    static WrongState notCalled(TicketProductState is) {
        return new WrongState(
                "wrong-state", "the service is " + is.wireName() + "; only who is Invited is called again");
    }

    static WrongState notBooked(TicketState is) {
        return new WrongState("wrong-state", "the ticket is " + is.wireName() + " and no booking any more");
    }

    static WrongState hasItAlready(String service) {
        return new WrongState("wrong-state", "the ticket has " + service + " already, and it is not over");
    }

    static WrongState ticketNotInTheHall(TicketState is) {
        return new WrongState(
                "ticket-not-in-hall", "the ticket is " + is.wireName() + "; its visitor is not in the hall");
    }
}
