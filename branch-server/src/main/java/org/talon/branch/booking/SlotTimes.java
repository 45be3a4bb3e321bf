package org.talon.branch.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.Catalogue;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.OpeningHours;
import org.talon.branch.catalogue.OpeningHours.Span;
import org.talon.branch.catalogue.Product;
import org.talon.shared.http.DomainException;

/** The times at which a service can be booked: on its grid, while it is offered, from now to the horizon. */
@ApplicationScoped
class SlotTimes {

    private final CurrentCatalogue catalogue;
    private final BranchCalendar calendar;
    private final Clock clock;

    SlotTimes(CurrentCatalogue catalogue, BranchCalendar calendar, Clock clock) {
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A time on the branch's clock, and the moment that it is. */
    record SlotTime(LocalTime local, Instant at) {}

    static Product.Slots slotsOf(Product product) {
        return Optional.ofNullable(product.booking())
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.REFUSED, "not-bookable", product.name() + " cannot be booked"));
    }

    /** From today to the horizon. */
    List<LocalDate> dates() {
        LocalDate today = calendar.today();
        return today.datesUntil(today.plusDays(catalogue.get().booking().horizonDays() + 1L))
                .toList();
    }

    /** Those of a date that are still ahead, in order; none where it lies beyond the horizon or is closed. */
    List<SlotTime> on(LocalDate date, Product product) {
        Product.Slots slots = slotsOf(product);
        LocalDate today = calendar.today();
        if (date.isBefore(today)
                || date.isAfter(today.plusDays(catalogue.get().booking().horizonDays()))) {
            return List.of();
        }
        return hoursOf(product, slots)
                .on(date)
                .map(span -> times(date, span, product, slots))
                .orElse(List.of());
    }

    private OpeningHours hoursOf(Product product, Product.Slots slots) {
        OpeningHours own = slots.hours() == null ? product.hours() : slots.hours();
        return own == null ? catalogue.get().hours() : own;
    }

    private List<SlotTime> times(LocalDate date, Span span, Product product, Product.Slots slots) {
        List<SlotTime> times = new ArrayList<>();
        Catalogue current = catalogue.get();
        Instant now = clock.instant();
        LocalDateTime end = date.plusDays(1).atStartOfDay();
        LocalDateTime local = date.atTime(span.from());
        for (; local.isBefore(end) && span.holds(local.toLocalTime()); local = local.plusMinutes(slots.minutes())) {
            Instant at = calendar.instantOf(local);
            // A time that daylight saving skips is none: its instant has another wall clock.
            if (at.isAfter(now) && calendar.wallClock(at).equals(local) && current.offers(product, local)) {
                times.add(new SlotTime(local.toLocalTime(), at));
            }
        }
        return times;
    }
}
