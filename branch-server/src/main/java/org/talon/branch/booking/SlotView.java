package org.talon.branch.booking;

import java.time.LocalTime;

/** A time that can be booked, and by how many more. */
record SlotView(int hour, int minutes, int free) {
    static SlotView of(LocalTime time, int free) {
        return new SlotView(time.getHour(), time.getMinute(), free);
    }
}
