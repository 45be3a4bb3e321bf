package org.talon.branch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The branch's own calendar: what date and wall clock an instant has there. */
@ApplicationScoped
public class BranchCalendar {

    private final CurrentCatalogue catalogue;
    private final Clock clock;

    BranchCalendar(CurrentCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public LocalDate today() {
        return dateOf(clock.instant());
    }

    public LocalDate dateOf(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    public int hourOf(Instant at) {
        return at.atZone(zone()).getHour();
    }

    /** The wall clock as it stands in answers: to the second, without offset. */
    public LocalDateTime wallClock(Instant at) {
        return LocalDateTime.ofInstant(at, zone()).truncatedTo(ChronoUnit.SECONDS);
    }

    public @Nullable LocalDateTime wallClockOrNull(@Nullable Instant at) {
        return at == null ? null : wallClock(at);
    }

    /** The first instant of a date, also where daylight saving skips midnight. */
    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone()).toInstant();
    }

    /** The moment of a wall clock time; where clocks are set back, the first of the two. */
    public Instant instantOf(LocalDateTime local) {
        return local.atZone(zone()).toInstant();
    }

    private ZoneId zone() {
        return catalogue.get().branch().zone();
    }
}
