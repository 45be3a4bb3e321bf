package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.TicketIssued.IssuedProduct;

/**
 * A visitor who had been redirected came back: another service of his ticket waits, in the personal queue of
 * {@code workPlaceId}, or in the common one where that is null. Since v1.
 *
 * @param next what waits now
 * @param waitingSince from when its wait counts: the first queueing of what it goes back to
 */
public record VisitorReturned(
        UUID ticketId, IssuedProduct next, @Nullable UUID workPlaceId, Instant waitingSince, Instant at)
        implements BranchEvent {}
