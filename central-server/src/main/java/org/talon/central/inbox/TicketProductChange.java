package org.talon.central.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a batch says of one service of a ticket; null is what it does not say. It believes every event: the branch has
 * checked the move, and the events before it may have come to no centre.
 */
final class TicketProductChange {

    private final UUID ticketId;
    private final UUID productId;
    private @Nullable String state;
    private @Nullable Integer priority;
    private @Nullable Instant queuedAt;
    private @Nullable Instant invitedAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable UUID workPlaceId;
    private @Nullable UUID userId;

    TicketProductChange(UUID ticketId, UUID productId) {
        this.ticketId = ticketId;
        this.productId = productId;
    }

    TicketProductChange hasPriority(int newPriority) {
        priority = newPriority;
        return this;
    }

    /** Has a time to come, or a step of a route before it. */
    void isBooked() {
        state = "Booked";
    }

    void waitsSince(Instant since) {
        state = "InQueue";
        queuedAt = since;
    }

    /** Waits in the personal queue of a workplace, not served there before. */
    void waitsAt(UUID workPlace, Instant since) {
        state = "Held";
        queuedAt = since;
        workPlaceId = workPlace;
    }

    /** The first call counts: with it the wait is over, whoever calls again. */
    void isInvited(UUID workPlace, UUID user, Instant at) {
        state = "Invited";
        invitedAt = invitedAt == null ? at : invitedAt;
        isAt(workPlace, user);
    }

    void isServed(UUID workPlace, UUID user, Instant at) {
        state = "Operating";
        startedAt = at;
        isAt(workPlace, user);
    }

    void isHeld(UUID workPlace, UUID user) {
        state = "Held";
        isAt(workPlace, user);
    }

    void ends(String how, Instant at) {
        state = how;
        endedAt = at;
    }

    void ends(String how, @Nullable UUID workPlace, @Nullable UUID user, Instant at) {
        ends(how, at);
        isAt(workPlace, user);
    }

    private void isAt(@Nullable UUID workPlace, @Nullable UUID user) {
        workPlaceId = workPlace == null ? workPlaceId : workPlace;
        userId = user == null ? userId : user;
    }

    void addTo(Rows rows, UUID branchId, UUID id) {
        rows.add(
                branchId,
                id,
                ticketId,
                productId,
                state,
                priority,
                queuedAt,
                invitedAt,
                startedAt,
                endedAt,
                workPlaceId,
                userId);
    }
}
