-- While servers are renewed one by one, one of an older version takes events in beside newer ones, and leaves out what it does not know.

-- It does not say whether there is personal data in an event: there may be, until somebody has looked.
alter table event_log alter column personal set default true;

update event_log set personal = true
where not personal and hash is null
  and type not in ('BookingConfirmed', 'BranchIntroduced', 'BreakBegan', 'BreakEnded', 'EpochBegan', 'PriorityChanged',
    'ProductAdded', 'ProductCancelled', 'ProductExpired', 'ProductQueued', 'RoutePlanned', 'ServiceCompleted',
    'ServiceStarted', 'TicketBooked', 'TicketIssued', 'VisitorHeld', 'VisitorInvited', 'VisitorRedirected',
    'VisitorRejected', 'VisitorReturned', 'WorkPlaceClosed', 'WorkPlaceOpened');

-- Nor does it write the tables that came after it: they are made anew where it took something in.
alter table branch_position
    -- The oldest version of the projections (Projections.VERSION) that has a part in what stands in the branch's tables.
    add column projection_version integer not null default 0,
    -- The kafka_offset up to which that is known. A version that does not know this column moves kafka_offset alone.
    add column projected_offset bigint;
