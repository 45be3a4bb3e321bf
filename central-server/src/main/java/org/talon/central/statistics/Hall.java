package org.talon.central.statistics;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talon.shared.figures.Figures;

/** The hall of a branch at a moment. */
record Hall(
        long waiting,
        long invited,
        long operating,
        @Nullable Instant waitingSince,
        long openWorkPlaces) {

    static final Hall EMPTY = new Hall(0, 0, 0, null, 0);

    /** Nobody is booked or held at the centre yet: branches do not tell of it. */
    Figures.Now at(Instant moment) {
        Long longest = waitingSince == null
                ? null
                : Math.max(0, Duration.between(waitingSince, moment).toSeconds());
        return new Figures.Now(0, waiting, invited, operating, 0, longest);
    }
}
