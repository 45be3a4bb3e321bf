package org.talon.branch.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;

/** When the branch takes visitors, on its own clock; a day that is not in the map is closed. */
public record OpeningHours(Map<DayOfWeek, Span> days) {

    /** From the first to the last entry; {@code to} itself is too late. {@code 00:00} as an end is midnight. */
    public record Span(LocalTime from, LocalTime to) {
        boolean holds(LocalTime time) {
            return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
        }
    }

    public boolean areOpenAt(LocalDateTime local) {
        Span today = days.get(local.getDayOfWeek());
        return today != null && today.holds(local.toLocalTime());
    }
}
