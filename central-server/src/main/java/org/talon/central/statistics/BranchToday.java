package org.talon.central.statistics;

import java.time.Instant;
import org.talon.central.network.Server;
import org.talon.shared.figures.Figures;
import org.talon.shared.figures.Tally;

/**
 * A branch today.
 *
 * @param asOf this moment; for a silent branch the moment at which it was last heard of, whose figures it keeps
 * @param openWorkPlaces where somebody sits, on a break or not
 * @param breakWorkPlaces those of them who are on a break
 */
record BranchToday(
        Server server, Instant asOf, long openWorkPlaces, long breakWorkPlaces, Figures.Now now, Tally tally) {

    /** Workplaces that call visitors. */
    long workingWorkPlaces() {
        return openWorkPlaces - breakWorkPlaces;
    }

    Figures figures() {
        return Figures.of(tally, now);
    }
}
