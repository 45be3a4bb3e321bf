package org.talon.central.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.figures.Figures;
import org.talon.shared.figures.Tally;

/**
 * The load of the network at this moment. What silent branches last told is in the sums; {@code connected} says how
 * many branches are of now.
 *
 * @param exact the number of branches of which everything is in
 * @param openWorkPlaces where somebody sits, on a break or not; the two ratios below are of just this number
 * @param occupancyPercent open workplaces that serve somebody; null where none is open
 */
record LoadView(
        Instant asOf,
        int servers,
        long connected,
        long exact,
        long openWorkPlaces,
        @Nullable BigDecimal waitingPerWorkPlace,
        @Nullable BigDecimal occupancyPercent,
        @JsonUnwrapped Figures figures,
        List<BranchLoad> branches) {

    /** A branch among the others. */
    record BranchLoad(
            UUID id,
            String name,
            long waiting,
            long openWorkPlaces,
            @Nullable BigDecimal waitingPerWorkPlace,
            @Nullable Long longestCurrentWaitSeconds,
            LoadLevel loadLevel) {

        BranchLoad withoutTime() {
            return new BranchLoad(id, name, waiting, openWorkPlaces, waitingPerWorkPlace, null, loadLevel);
        }

        static BranchLoad of(BranchToday branch) {
            return new BranchLoad(
                    branch.server().id(),
                    branch.server().name(),
                    branch.now().waiting(),
                    branch.openWorkPlaces(),
                    ratio(branch.now().waiting(), branch.openWorkPlaces()),
                    branch.now().longestCurrentWaitSeconds(),
                    LoadLevel.of(branch));
        }
    }

    /** But for what changes by time alone: the moment itself, and how long those in the queues have waited. */
    LoadView withoutTime() {
        return new LoadView(
                Instant.EPOCH,
                servers,
                connected,
                exact,
                openWorkPlaces,
                waitingPerWorkPlace,
                occupancyPercent,
                figures.withoutCurrentWait(),
                branches.stream().map(BranchLoad::withoutTime).toList());
    }

    static LoadView of(List<BranchToday> branches, Instant asOf) {
        Tally tally = new Tally();
        Figures.Now now = Figures.Now.NOBODY;
        long open = 0;
        for (BranchToday branch : branches) {
            tally.add(branch.tally());
            now = now.plus(branch.now());
            open += branch.openWorkPlaces();
        }
        return new LoadView(
                asOf,
                branches.size(),
                branches.stream()
                        .filter(branch -> branch.server().isConnected())
                        .count(),
                branches.stream().filter(branch -> branch.server().exact()).count(),
                open,
                ratio(now.waiting(), open),
                ratio(100 * now.operating(), open),
                Figures.of(tally, now),
                branches.stream().map(BranchLoad::of).toList());
    }

    private static @Nullable BigDecimal ratio(long of, long to) {
        return to == 0 ? null : BigDecimal.valueOf(of).divide(BigDecimal.valueOf(to), 2, RoundingMode.HALF_UP);
    }
}
