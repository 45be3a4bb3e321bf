package org.talon.branch.board;

import java.time.Instant;
import java.util.UUID;
import org.talon.branch.ticket.TicketNumber;
import org.talon.branch.ticket.TicketProductState;

/** A visitor who is called to, or served at, a workplace. */
record CalledVisitor(
        UUID ticketProductId,
        UUID ticketId,
        TicketNumber number,
        TicketProductState state,
        UUID workPlaceId,
        String workPlaceName,
        UUID productId,
        String productName,
        Instant invitedAt,
        int calls) {}
