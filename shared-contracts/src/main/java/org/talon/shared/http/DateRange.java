package org.talon.shared.http;

import java.time.LocalDate;

/** From {@code startDate} to {@code endDate}, both included. */
public record DateRange(LocalDate first, LocalDate last) {

    public static DateRange of(Parameters parameters) {
        DateRange range = new DateRange(parameters.requiredDate("startDate"), parameters.requiredDate("endDate"));
        if (range.last.isBefore(range.first)) {
            throw DomainException.badParameter("endDate", "expected no earlier a date than startDate");
        }
        return range;
    }
}
