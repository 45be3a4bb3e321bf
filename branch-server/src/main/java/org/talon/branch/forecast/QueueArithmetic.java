package org.talon.branch.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.WorkPlace;
import org.talon.branch.forecast.RecentService.Served;
import org.talon.branch.operation.WorkPlaceState;
import org.talon.branch.operation.WorkPlaceStates;

/**
 * Plain queueing arithmetic: the median wait is (those ahead + 1) × the recent mean service ÷ the open workplaces; nine
 * in ten wait as much longer than that as they did lately. Those ahead are all who wait for what these workplaces serve.
 */
@ApplicationScoped
class QueueArithmetic implements WaitForecast {

    /** Where nothing was served lately: five minutes a visitor, and waits spread like those of an exponential queue. */
    private static final double USUAL_SERVICE_SECONDS = 300;

    private static final double USUAL_SPREAD = Math.log(10) / Math.log(2);

    private final RecentService recent;
    private final WorkPlaceStates workPlaces;
    private final CurrentCatalogue catalogue;

    QueueArithmetic(RecentService recent, WorkPlaceStates workPlaces, CurrentCatalogue catalogue) {
        this.recent = recent;
        this.workPlaces = workPlaces;
        this.catalogue = catalogue;
    }

    @Override
    public List<Expected> at(Instant now, List<UUID> products) {
        Map<UUID, Long> waiting = recent.waiting();
        Map<UUID, Served> served = recent.served(now);
        double spread = recent.spread(now, USUAL_SPREAD);
        List<WorkPlace> open = openNow();
        return products.stream()
                .map(product -> expected(product, servingOf(product, open), waiting, served, spread))
                .toList();
    }

    private List<WorkPlace> openNow() {
        return workPlaces.occupied().stream()
                .filter(occupied -> occupied.state() != WorkPlaceState.BREAK)
                .flatMap(occupied -> catalogue.get().workPlace(occupied.workPlaceId()).stream())
                .toList();
    }

    private static List<WorkPlace> servingOf(UUID product, List<WorkPlace> open) {
        return open.stream()
                .filter(place -> place.productIds().contains(product))
                .toList();
    }

    private static Expected expected(
            UUID product, List<WorkPlace> serving, Map<UUID, Long> waiting, Map<UUID, Served> served, double spread) {
        long itsOwn = waiting.getOrDefault(product, 0L);
        if (serving.isEmpty()) {
            return new Expected(product, itsOwn, 0, null, null);
        }
        Set<UUID> alsoServed =
                serving.stream().flatMap(place -> place.productIds().stream()).collect(Collectors.toSet());
        long ahead = alsoServed.stream()
                .mapToLong(other -> waiting.getOrDefault(other, 0L))
                .sum();
        Served lately = alsoServed.stream()
                .map(other -> served.getOrDefault(other, Served.NOBODY))
                .reduce(Served.NOBODY, Served::plus);
        double mean = lately.count() == 0 ? USUAL_SERVICE_SECONDS : (double) lately.seconds() / lately.count();
        double median = (ahead + 1) * mean / serving.size();
        return new Expected(product, itsOwn, serving.size(), Math.round(median), Math.round(median * spread));
    }
}
