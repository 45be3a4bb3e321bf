package org.talon.branch.ticket;

import java.time.LocalDateTime;
import java.util.UUID;

/** A ticket as it stands inside one of its services: without its services. */
public record TicketHeadView(
        UUID id,
        LocalDateTime created,
        String pinCode,
        String prefix,
        int number,
        String fullNumber,
        int state,
        String stateName) {

    static TicketHeadView of(Ticket ticket, TicketViews shown) {
        TicketState state = ticket.state();
        return new TicketHeadView(
                ticket.id(),
                shown.calendar().wallClock(ticket.createdAt()),
                ticket.pinCode(),
                ticket.number().prefix(),
                ticket.number().number(),
                ticket.number().full(),
                state.number(),
                state.wireName());
    }
}
