package org.talon.central.statistics;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talon.shared.figures.Figures;

/**
 * The hall of a branch at a moment.
 *
 * @param waitingSince of the one who waits longest; ahead, where he came before his booked time and his wait does not
 *     count yet
 * @param openWorkPlaces where somebody sits
 * @param breakWorkPlaces those of them who are on a break
 */
record Hall(
        long booked,
        long waiting,
        long invited,
        long operating,
        long held,
        @Nullable Instant waitingSince,
        long openWorkPlaces,
        long breakWorkPlaces) {

    static final Hall EMPTY = new Hall(0, 0, 0, 0, 0, null, 0, 0);

    Figures.Now at(Instant moment) {
        Long longest = waitingSince == null
                ? null
                : Math.max(0, Duration.between(waitingSince, moment).toSeconds());
        return new Figures.Now(booked, waiting, invited, operating, held, longest);
    }
}
