package org.talon.shared.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.talon.shared.event.TicketIssued.IssuedProduct;

/**
 * A ticket was issued in advance: its services wait from {@code bookedFor} on, or from when the visitor comes. Its number
 * is one of the business date of {@code bookedFor}. One that is not {@code confirmed} lapses unless it is. Since v1.
 */
public record TicketBooked(
        UUID ticketId,
        String prefix,
        int number,
        List<IssuedProduct> products,
        Instant bookedFor,
        boolean confirmed,
        Instant at)
        implements BranchEvent {}
