package org.talon.central.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.talon.central.network.Server;
import org.talon.shared.figures.Figures;

/** A branch with its figures of today, in one flat object. */
record TodayView(
        @JsonUnwrapped Server server,
        Instant asOf,
        long openWorkPlaces,
        @JsonUnwrapped Figures figures) {

    static TodayView of(BranchToday branch) {
        return new TodayView(branch.server(), branch.asOf(), branch.openWorkPlaces(), branch.figures());
    }
}
