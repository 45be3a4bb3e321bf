package org.talon.replay;

import java.time.LocalDate;
import java.util.Comparator;

/** Figures of which date and service. */
record FigureKey(LocalDate date, String service) implements Comparable<FigureKey> {
    static final String ALL = "*";

    private static final Comparator<FigureKey> BY_DATE =
            Comparator.comparing(FigureKey::date).thenComparing(FigureKey::service);

    @Override
    public int compareTo(FigureKey other) {
        return BY_DATE.compare(this, other);
    }

    @Override
    public String toString() {
        return date + " " + (service.equals(ALL) ? "in all" : service);
    }
}
