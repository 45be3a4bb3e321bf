package org.talon.central.statistics;

import java.time.Instant;
import org.talon.central.network.Server;
import org.talon.shared.figures.Figures;
import org.talon.shared.figures.Tally;

/**
 * A branch today.
 *
 * @param asOf this moment; for a silent branch the moment at which it was last heard of, whose figures it keeps
 */
record BranchToday(Server server, Instant asOf, long openWorkPlaces, Figures.Now now, Tally tally) {

    Figures figures() {
        return Figures.of(tally, now);
    }
}
