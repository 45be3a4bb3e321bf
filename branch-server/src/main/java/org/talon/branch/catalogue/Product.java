package org.talon.branch.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service that visitors queue for.
 *
 * @param targetWaitMinutes the norm that a wait is held against
 * @param dailyLimit how many are issued a business date; null for any number
 * @param hours when it is offered, within the branch's own hours; null for all of them
 * @param booking how it can be booked; null where it cannot
 */
public record Product(
        UUID id,
        String name,
        String integrationId,
        String prefix,
        int targetWaitMinutes,
        @Nullable String category,
        List<RequiredField> requiredFields,
        @Nullable Integer dailyLimit,
        @Nullable OpeningHours hours,
        @Nullable Slots booking) {

    /**
     * How a service can be booked.
     *
     * @param capacity how many at one time
     * @param minutes from one time to the next
     * @param hours when; null for the service's own hours
     */
    public record Slots(int capacity, int minutes, @Nullable OpeningHours hours) {}

    public boolean isWithinTarget(long waitedSeconds) {
        return waitedSeconds <= targetWaitMinutes * 60L;
    }
}
