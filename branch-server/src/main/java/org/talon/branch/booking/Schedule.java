package org.talon.branch.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.Product;

/** How much is free, and when. */
@ApplicationScoped
class Schedule {

    private final SlotTimes times;
    private final SlotRepository slots;
    private final BranchCalendar calendar;

    Schedule(SlotTimes times, SlotRepository slots, BranchCalendar calendar) {
        this.times = times;
        this.slots = slots;
        this.calendar = calendar;
    }

    /** Days with any times at all; one that is full has nothing free. */
    SortedMap<LocalDate, Integer> days(Product product) {
        int capacity = SlotTimes.slotsOf(product).capacity();
        List<LocalDate> dates = times.dates();
        Map<Instant, Integer> taken = taken(product, dates.getFirst(), dates.getLast());
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        for (LocalDate date : dates) {
            List<SlotTimes.SlotTime> open = times.on(date, product);
            if (!open.isEmpty()) {
                days.put(
                        date,
                        open.stream()
                                .mapToInt(time -> free(capacity, taken.get(time.at())))
                                .sum());
            }
        }
        return days;
    }

    List<SlotView> times(Product product, LocalDate date) {
        int capacity = SlotTimes.slotsOf(product).capacity();
        Map<Instant, Integer> taken = taken(product, date, date);
        return times.on(date, product).stream()
                .map(time -> SlotView.of(time.local(), free(capacity, taken.get(time.at()))))
                .toList();
    }

    private Map<Instant, Integer> taken(Product product, LocalDate first, LocalDate last) {
        return slots.taken(product.id(), calendar.startOf(first), calendar.startOf(last.plusDays(1)));
    }

    private static int free(int capacity, @Nullable Integer taken) {
        return Math.max(0, capacity - (taken == null ? 0 : taken));
    }
}
