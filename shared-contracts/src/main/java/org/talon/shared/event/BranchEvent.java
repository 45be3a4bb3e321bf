package org.talon.shared.event;

import java.time.Instant;

/**
 * Something that happened at a branch. Every event is a record of this package whose wire form is pinned by a golden
 * file; a published version never changes, a new need is a new optional component or a new record.
 */
public sealed interface BranchEvent
        permits BranchIntroduced,
                Heartbeat,
                PriorityChanged,
                ProductCancelled,
                ServiceCompleted,
                ServiceStarted,
                TicketIssued,
                VisitorInvited,
                VisitorRejected,
                WorkPlaceClosed,
                WorkPlaceOpened {

    /** When it happened, by the branch's clock; whole milliseconds. */
    Instant at();
}
