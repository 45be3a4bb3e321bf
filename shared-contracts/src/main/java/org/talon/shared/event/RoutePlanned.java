package org.talon.shared.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.talon.shared.event.TicketIssued.IssuedProduct;

/**
 * Further services of a ticket were issued that do not wait yet: each begins to when the one before it in the route has
 * ended, the first of them with that of {@link TicketIssued}. {@code chain} names the route of this ticket. Since v1.
 */
public record RoutePlanned(UUID ticketId, UUID chain, List<IssuedProduct> products, Instant at)
        implements BranchEvent {}
