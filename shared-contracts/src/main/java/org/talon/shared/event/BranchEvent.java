package org.talon.shared.event;

import java.time.Instant;

/**
 * Something that happened at a branch. Every event is a record of this package whose wire form is pinned by a golden
 * file; a published version never changes, a new need is a new optional component or a new record.
 */
public sealed interface BranchEvent
        permits BookingConfirmed,
                BranchIntroduced,
                BreakBegan,
                BreakEnded,
                DayDigest,
                EpochBegan,
                Heartbeat,
                LogBegins,
                PriorityChanged,
                ProductAdded,
                ProductCancelled,
                ProductExpired,
                ProductQueued,
                RoutePlanned,
                ServiceCompleted,
                ServiceStarted,
                SurveyFinished,
                TicketBooked,
                TicketIssued,
                VisitorHeld,
                VisitorInvited,
                VisitorRedirected,
                VisitorRejected,
                VisitorReturned,
                WorkPlaceClosed,
                WorkPlaceOpened {

    /** When it happened, by the branch's clock; whole milliseconds. */
    Instant at();
}
