package org.talon.shared.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A ticket was issued and its services began to wait. Since v1. */
public record TicketIssued(UUID ticketId, String prefix, int number, List<IssuedProduct> products, Instant at)
        implements BranchEvent {

    /** One service of the ticket; {@code priority} −100…100, higher first. */
    public record IssuedProduct(UUID ticketProductId, UUID productId, int priority) {}
}
