-- Every service of every ticket, as it stands now: who waits, is called, is served.
create table ticket_product (
    branch_id     uuid        not null,
    id            uuid        not null,
    ticket_id     uuid        not null,
    product_id    uuid        not null,
    state         text        not null
        constraint ticket_product_state
            check (state in ('InQueue', 'Invited', 'Operating', 'Completed', 'Rejected', 'Cancelled')),
    priority      integer,
    -- Null where the event that issued it lies in quarantine.
    queued_at     timestamptz,
    invited_at    timestamptz,
    started_at    timestamptz,
    ended_at      timestamptz,
    work_place_id uuid,
    user_id       uuid,
    constraint ticket_product_pk primary key (branch_id, id)
);

-- Those in the hall are few among all there ever were.
create index ticket_product_in_the_hall on ticket_product (branch_id, state)
    where state in ('InQueue', 'Invited', 'Operating');
