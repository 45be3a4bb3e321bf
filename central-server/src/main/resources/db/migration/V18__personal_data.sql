-- What visitors said of themselves leaves the log when its time is over; all else of an event stays, so that every figure does.
alter table event_log
    -- Whether there is any in it, or may be: of a type that was not known when it came nobody can tell.
    add column personal boolean not null default false,
    -- The hash of the event as it came, once its data no longer is what came.
    add column hash bigint,
    add constraint event_log_hash check (hash is null or not personal);

update event_log set personal = true
where type not in ('BookingConfirmed', 'BranchIntroduced', 'BreakBegan', 'BreakEnded', 'EpochBegan', 'PriorityChanged',
    'ProductAdded', 'ProductCancelled', 'ProductExpired', 'ProductQueued', 'RoutePlanned', 'ServiceCompleted',
    'ServiceStarted', 'TicketBooked', 'TicketIssued', 'VisitorHeld', 'VisitorInvited', 'VisitorRedirected',
    'VisitorRejected', 'VisitorReturned', 'WorkPlaceClosed', 'WorkPlaceOpened');

-- Its time begins with the date of the event; a clock that was ahead does not make it longer.
create index event_log_personal on event_log (least(business_date, (received_at at time zone 'UTC')::date)) where personal;

-- A message that nobody has read by then is given up.
alter table quarantine
    drop constraint quarantine_settled_how,
    add constraint quarantine_settled_how check (settled_how in ('replayed', 'discarded', 'expired'));
