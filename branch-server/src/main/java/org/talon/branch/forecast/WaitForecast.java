package org.talon.branch.forecast;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Foretells the waits of those who would queue now. */
interface WaitForecast {

    /**
     * What is known of one service.
     *
     * @param waiting how many wait for it
     * @param openWorkPlaces how many workplaces serve it now
     * @param p50Seconds half of the visitors wait no longer; null where nobody serves it
     * @param p90Seconds nine in ten wait no longer; null likewise, never below {@code p50Seconds}
     */
    record Expected(
            UUID productId,
            long waiting,
            int openWorkPlaces,
            @Nullable Long p50Seconds,
            @Nullable Long p90Seconds) {}

    List<Expected> at(Instant now, List<UUID> products);
}
