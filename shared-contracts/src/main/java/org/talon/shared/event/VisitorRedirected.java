package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One service of a ticket ended by a redirect; another one follows and waits. Since v1.
 *
 * @param workPlaceId where service was, like {@code userId} and {@code servedSeconds}; null where it had not begun
 * @param servedSeconds whole seconds of service in all
 * @param next what follows
 * @param toWorkPlaceId where alone it may be served, as long as somebody is there; null for anywhere
 * @param toUserId by whom alone, likewise
 * @param waitingSince from when its wait counts: the first queueing of what it follows
 */
public record VisitorRedirected(
        UUID ticketProductId,
        UUID ticketId,
        UUID productId,
        @Nullable UUID workPlaceId,
        @Nullable UUID userId,
        @Nullable Long servedSeconds,
        TicketIssued.IssuedProduct next,
        @Nullable UUID toWorkPlaceId,
        @Nullable UUID toUserId,
        Instant waitingSince,
        Instant at)
        implements BranchEvent {}
