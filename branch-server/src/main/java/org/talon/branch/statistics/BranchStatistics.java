package org.talon.branch.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.Catalogue;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.Directory;
import org.talon.branch.catalogue.WorkPlace;
import org.talon.branch.operation.WorkPlaceState;
import org.talon.branch.operation.WorkPlaceStates;
import org.talon.branch.operation.WorkPlaceStates.Occupied;
import org.talon.shared.figures.Figures;
import org.talon.shared.figures.Figures.Now;
import org.talon.shared.figures.Grouping;
import org.talon.shared.figures.Grouping.By;
import org.talon.shared.figures.Tally;
import org.talon.shared.http.DateRange;

/** Answers what the branch did, today and on any days. */
@ApplicationScoped
class BranchStatistics {

    private final BranchRecords records;
    private final WorkPlaceStates workPlaces;
    private final CurrentCatalogue catalogue;
    private final Directory directory;
    private final BranchCalendar calendar;
    private final Clock clock;

    BranchStatistics(
            BranchRecords records,
            WorkPlaceStates workPlaces,
            CurrentCatalogue catalogue,
            Directory directory,
            BranchCalendar calendar,
            Clock clock) {
        this.records = records;
        this.workPlaces = workPlaces;
        this.catalogue = catalogue;
        this.directory = directory;
        this.calendar = calendar;
        this.clock = clock;
    }

    List<HistoryRow> history(DateRange dates, Set<By> by) {
        return grouped(dates, by).entrySet().stream()
                .map(group -> HistoryRow.of(group.getKey(), group.getValue(), directory))
                .toList();
    }

    /** All of it as it stood at one moment: the whole is the sum of its services. */
    StatisticsView today() {
        Instant now = clock.instant();
        LocalDate date = calendar.dateOf(now);
        Tally total = new Tally();
        Grouping byProduct = new Grouping(Set.of(By.PRODUCT));
        Grouping byWorkPlace = new Grouping(Set.of(By.WORK_PLACE));
        Present present = new Present();
        records.factsAndPresent(
                date,
                now,
                byProduct.of(null).andThen(byWorkPlace.of(null)).andThen((key, adds) -> total.add(adds)),
                present::add);
        Map<UUID, Occupied> occupied = new HashMap<>();
        workPlaces.occupied().forEach(o -> occupied.put(o.workPlaceId(), o));
        Catalogue current = catalogue.get();
        return new StatisticsView(
                new StatisticsView.ServerView(
                        current.branch().id(), current.branch().name()),
                date,
                calendar.wallClock(now),
                occupied.size(),
                occupied.values().stream()
                        .filter(o -> o.state() == WorkPlaceState.BREAK)
                        .count(),
                Figures.of(total, present.inAll()),
                products(current, byProduct.groups(), present),
                workPlaces(current, byWorkPlace.groups(), present, occupied));
    }

    /** Those of the catalogue, and after them those that have left it today. */
    private List<StatisticsView.OfProduct> products(Catalogue current, Map<Grouping.Key, Tally> done, Present present) {
        Map<UUID, Tally> tallies = new HashMap<>();
        done.forEach((key, tally) -> tallies.put(key.productId(), tally));
        Set<UUID> ids = new LinkedHashSet<>();
        current.products().forEach(product -> ids.add(product.id()));
        ids.addAll(new TreeSet<>(tallies.keySet()));
        return ids.stream()
                .map(id -> new StatisticsView.OfProduct(
                        id,
                        directory.product(id).name(),
                        Figures.of(tallies.getOrDefault(id, new Tally()), present.forProduct(id))))
                .toList();
    }

    private List<StatisticsView.OfWorkPlace> workPlaces(
            Catalogue current, Map<Grouping.Key, Tally> done, Present present, Map<UUID, Occupied> occupied) {
        Map<UUID, Tally> tallies = new HashMap<>();
        done.forEach((key, tally) -> tallies.put(key.workPlaceId(), tally));
        return current.workPlaces().stream()
                .map(w -> workPlace(
                        w,
                        occupied.get(w.id()),
                        Figures.of(tallies.getOrDefault(w.id(), new Tally()), present.atWorkPlace(w.id()))))
                .toList();
    }

    private StatisticsView.OfWorkPlace workPlace(
            WorkPlace place, @org.jspecify.annotations.Nullable Occupied by, Figures figures) {
        WorkPlaceState state = by == null ? WorkPlaceState.CLOSED : by.state();
        return new StatisticsView.OfWorkPlace(
                place.id(),
                place.name(),
                state.number(),
                state.wireName(),
                by == null ? null : directory.user(by.userId()).name(),
                figures);
    }

    private Map<Grouping.Key, Tally> grouped(DateRange dates, Set<By> by) {
        Grouping grouping = new Grouping(by);
        records.facts(
                calendar.startOf(dates.first()), calendar.startOf(dates.last().plusDays(1)), grouping.of(null));
        return grouping.groups();
    }

    /** Who is in the hall, counted as a whole and apart. */
    private static final class Present {

        private Now all = Now.NOBODY;
        private final Map<UUID, Now> byProduct = new HashMap<>();
        private final Map<UUID, Now> byWorkPlace = new HashMap<>();

        void add(BranchRecords.Present group) {
            all = all.plus(group.now());
            byProduct.merge(group.productId(), group.now(), Now::plus);
            if (group.workPlaceId() != null) {
                byWorkPlace.merge(group.workPlaceId(), group.now(), Now::plus);
            }
        }

        Now inAll() {
            return all;
        }

        Now forProduct(UUID id) {
            return byProduct.getOrDefault(id, Now.NOBODY);
        }

        Now atWorkPlace(UUID id) {
            return byWorkPlace.getOrDefault(id, Now.NOBODY);
        }
    }
}
