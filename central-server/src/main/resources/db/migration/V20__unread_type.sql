-- The types of the events that are in the log and were not understood when they were last read. A centre that understands
-- one of them by now makes the figures of its branch anew.
create table unread_type (
    branch_id uuid not null,
    type      text not null,
    constraint unread_type_pk primary key (branch_id, type)
);

-- What lies in the log already, and what this version understands.
insert into unread_type (branch_id, type)
select distinct branch_id, type from event_log
where type not in ('BookingConfirmed', 'BranchIntroduced', 'BreakBegan', 'BreakEnded', 'DayDigest', 'EpochBegan', 'Heartbeat',
                   'PriorityChanged', 'ProductAdded', 'ProductCancelled', 'ProductExpired', 'ProductQueued', 'RoutePlanned',
                   'ServiceCompleted', 'ServiceStarted', 'SurveyFinished', 'TicketBooked', 'TicketIssued', 'VisitorHeld',
                   'VisitorInvited', 'VisitorRedirected', 'VisitorRejected', 'VisitorReturned', 'WorkPlaceClosed',
                   'WorkPlaceOpened');
