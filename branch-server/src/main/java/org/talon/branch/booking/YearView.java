package org.talon.branch.booking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Days that can be booked, by year and month. */
record YearView(int year, List<MonthView> months) {

    record MonthView(int month, List<DayView> days) {}

    /** @param free how many places in all */
    record DayView(int day, int free) {}

    static List<YearView> of(SortedMap<LocalDate, Integer> free) {
        List<YearView> years = new ArrayList<>();
        free.forEach((date, places) -> {
            if (years.isEmpty() || years.getLast().year != date.getYear()) {
                years.add(new YearView(date.getYear(), new ArrayList<>()));
            }
            List<MonthView> months = years.getLast().months;
            if (months.isEmpty() || months.getLast().month != date.getMonthValue()) {
                months.add(new MonthView(date.getMonthValue(), new ArrayList<>()));
            }
            months.getLast().days.add(new DayView(date.getDayOfMonth(), places));
        });
        return years;
    }
}
