package org.talon.branch.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * How bookings are kept, whatever the service.
 *
 * @param menu name of the menu that is offered for booking; null for the first one
 * @param horizonDays how many days ahead can be booked, today not counted
 * @param confirmWithinMinutes after which an unconfirmed booking lapses
 * @param arrival what brings a booked visitor into the queue
 * @param lateMinutes how late he may come and still go before those without a booking
 * @param expireMinutes after the booked time, when he is given up
 */
public record BookingRules(
        @Nullable String menu,
        int horizonDays,
        int confirmWithinMinutes,
        Arrival arrival,
        int lateMinutes,
        int expireMinutes) {

    public static final BookingRules USUAL = new BookingRules(null, 14, 30, Arrival.AUTOMATIC, 15, 120);

    /** What brings a booked visitor into the queue. */
    public enum Arrival {
        /** His time, or his PIN before it. */
        AUTOMATIC,
        /** His PIN alone. */
        PIN
    }
}
