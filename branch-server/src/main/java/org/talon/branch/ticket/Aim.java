package org.talon.branch.ticket;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a redirected visitor is sent, and what he comes back to when that is done.
 *
 * @param toWorkPlaceId where alone he may be served; null for anywhere
 * @param toUserId by whom alone; null for anybody
 * @param returnProductId the service he comes back to; null where he does not
 * @param returnWorkPlaceId in whose personal queue he waits then; null for the common queue
 */
@Embeddable
public record Aim(
        @Nullable UUID toWorkPlaceId,
        @Nullable UUID toUserId,
        @Nullable UUID returnProductId,
        @Nullable UUID returnWorkPlaceId) {

    public static final Aim NONE = new Aim(null, null, null, null);

    /** The way back alone. */
    Aim back() {
        return new Aim(null, null, returnProductId, returnWorkPlaceId);
    }
}
