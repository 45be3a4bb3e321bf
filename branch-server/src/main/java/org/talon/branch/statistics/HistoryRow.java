package org.talon.branch.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.Directory;
import org.talon.shared.figures.Figures;
import org.talon.shared.figures.Grouping;
import org.talon.shared.figures.Tally;

/** One group of a history; what was not grouped by is null. */
record HistoryRow(
        @Nullable LocalDate date,
        @Nullable Integer hour,
        @Nullable UUID productId,
        @Nullable String productName,
        @Nullable UUID userId,
        @Nullable String userName,
        @Nullable UUID workPlaceId,
        @JsonUnwrapped Figures figures) {

    static HistoryRow of(Grouping.Key key, Tally tally, Directory directory) {
        return new HistoryRow(
                key.date(),
                key.hour(),
                key.productId(),
                key.productId() == null
                        ? null
                        : directory.product(key.productId()).name(),
                key.userId(),
                key.userId() == null ? null : directory.user(key.userId()).name(),
                key.workPlaceId(),
                Figures.ofPeriod(tally));
    }
}
