-- What is taken in of each business date: how many events, and the sum of their hashes, which overflows as it must.
create table day_digest (
    branch_id     uuid    not null,
    epoch         integer not null,
    business_date date    not null,
    events        bigint  not null,
    hash          bigint  not null,
    constraint day_digest_pk primary key (branch_id, epoch, business_date),
    constraint day_digest_not_empty check (events > 0)
);

-- The last comparison of a date: what the branch said of it, and what was in when it said so.
create table reconciliation (
    branch_id     uuid        not null,
    business_date date        not null,
    epoch         integer     not null,
    up_to_seq     bigint      not null,
    branch_events bigint      not null,
    branch_hash   text        not null,
    centre_events bigint      not null,
    centre_hash   text        not null,
    -- Null where they are the same.
    difference    text,
    said_at       timestamptz not null,
    compared_at   timestamptz not null,
    constraint reconciliation_pk primary key (branch_id, business_date)
);

create index reconciliation_that_differ on reconciliation (branch_id, business_date) where difference is not null;
