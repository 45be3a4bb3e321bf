package org.talon.branch.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/**
 * When visitors are taken, on the branch's own clock.
 *
 * @param days the usual week; a day that is not in it is closed
 * @param dates single dates that differ from it; empty where closed
 */
public record OpeningHours(Map<DayOfWeek, Span> days, Map<LocalDate, Optional<Span>> dates) {

    /** From the first to the last entry; {@code to} itself is too late. {@code 00:00} as an end is midnight. */
    public record Span(LocalTime from, LocalTime to) {
        public boolean holds(LocalTime time) {
            return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
        }
    }

    public boolean areOpenAt(LocalDateTime local) {
        return on(local.toLocalDate())
                .filter(span -> span.holds(local.toLocalTime()))
                .isPresent();
    }

    /** Empty where the whole day is closed. */
    public Optional<Span> on(LocalDate date) {
        Optional<Span> special = dates.get(date);
        return special != null ? special : Optional.ofNullable(days.get(date.getDayOfWeek()));
    }
}
