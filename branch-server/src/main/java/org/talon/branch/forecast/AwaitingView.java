package org.talon.branch.forecast;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one who would queue now has to expect; no times where no workplace serves it. */
record AwaitingView(
        UUID productId,
        String name,
        long waitingCount,
        int openWorkPlaces,
        @Nullable Long awaitingMinutes,
        @JsonProperty("AwaitingP50Seconds") @Nullable Long p50Seconds,
        @JsonProperty("AwaitingP90Seconds") @Nullable Long p90Seconds) {

    static AwaitingView of(WaitForecast.Expected expected, String name) {
        Long median = expected.p50Seconds();
        return new AwaitingView(
                expected.productId(),
                name,
                expected.waiting(),
                expected.openWorkPlaces(),
                median == null ? null : Math.ceilDiv(median, 60L),
                median,
                expected.p90Seconds());
    }
}
