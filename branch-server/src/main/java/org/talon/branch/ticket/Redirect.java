package org.talon.branch.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.Product;

/**
 * A wish to send a visitor on.
 *
 * @param priority his new one; null for the one that he has
 * @param andBack whether he comes back when that is done
 */
public record Redirect(
        Product to,
        @Nullable UUID workPlaceId,
        @Nullable UUID userId,
        @Nullable Integer priority,
        boolean andBack) {

    public static final int LOWEST_PRIORITY = Wish.LOWEST_PRIORITY;
    public static final int HIGHEST_PRIORITY = Wish.HIGHEST_PRIORITY;

    /** One who is sent on before he came back from an earlier redirect still comes back from there. */
    Aim aimFrom(TicketProduct part) {
        if (!andBack) {
            return new Aim(
                    workPlaceId,
                    userId,
                    part.aim().returnProductId(),
                    part.aim().returnWorkPlaceId());
        }
        return new Aim(workPlaceId, userId, part.productId(), part.life().workPlaceId());
    }
}
