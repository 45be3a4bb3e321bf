package org.talon.branch.board;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.BranchCalendar;

/** One visitor on a board on the wire; a workplace that left the catalogue has no number any more. */
record NotificationView(
        UUID ticketProductId,
        UUID ticketId,
        String fullNumber,
        int state,
        String stateName,
        UUID workPlaceId,
        String workPlaceName,
        @Nullable Integer workPlaceNumber,
        String productName,
        LocalDateTime invitedStartTime,
        int calls) {

    static NotificationView of(CalledVisitor visitor, @Nullable Integer workPlaceNumber, BranchCalendar calendar) {
        return new NotificationView(
                visitor.ticketProductId(),
                visitor.ticketId(),
                visitor.number().full(),
                visitor.state().number(),
                visitor.state().wireName(),
                visitor.workPlaceId(),
                visitor.workPlaceName(),
                workPlaceNumber,
                visitor.productName(),
                calendar.wallClock(visitor.invitedAt()),
                visitor.calls());
    }
}
