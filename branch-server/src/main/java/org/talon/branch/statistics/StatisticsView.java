package org.talon.branch.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.figures.Figures;

/** The branch today. */
record StatisticsView(
        ServerView server,
        LocalDate date,
        LocalDateTime asOf,
        long openWorkPlaces,
        long breakWorkPlaces,
        @JsonUnwrapped Figures figures,
        List<OfProduct> products,
        List<OfWorkPlace> workPlaces) {

    record ServerView(UUID id, String name) {}

    record OfProduct(
            UUID productId, String name, @JsonUnwrapped Figures figures) {}

    record OfWorkPlace(
            UUID workPlaceId,
            String name,
            int state,
            String stateName,
            @Nullable String userName,
            @JsonUnwrapped Figures figures) {}
}
