package org.talon.central.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.figures.Figures;
import org.talon.shared.figures.Grouping;
import org.talon.shared.figures.Tally;

/** Figures of one group of a period; what is not grouped by is null. */
record HistoryRow(
        @Nullable LocalDate date,
        @Nullable Integer hour,
        @Nullable UUID serverId,
        @Nullable String serverName,
        @Nullable UUID productId,
        @Nullable String productName,
        @Nullable UUID userId,
        @Nullable String userName,
        @Nullable UUID workPlaceId,
        @JsonUnwrapped Figures figures) {

    static HistoryRow of(Grouping.Key key, Tally tally, Names names) {
        return new HistoryRow(
                key.date(),
                key.hour(),
                key.serverId(),
                names.server(key.serverId()),
                key.productId(),
                names.of("product", key.productId()),
                key.userId(),
                names.of("user", key.userId()),
                key.workPlaceId(),
                Figures.ofPeriod(tally));
    }
}
