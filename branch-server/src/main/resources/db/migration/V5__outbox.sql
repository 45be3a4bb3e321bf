-- Events, appended in the transaction of the change that they tell of; never updated, never deleted row by row.
create table outbox (
    id            bigint      generated always as identity,
    -- The transaction that appended it, or the newest one that had ended by then, if that is higher. What is below a
    -- snapshot's xmin is settled for ever, so that reading in windows of transactions skips no late commit, as
    -- "id > last" would; and an event never lies in an earlier window than one that was committed before it was
    -- appended, even where its own transaction began first.
    tx            xid8        not null default greatest(pg_current_xact_id(),
        (pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1)::text::xid8),
    event_id      uuid        not null,
    type          text        not null,
    version       smallint    not null,
    occurred_at   timestamptz not null,
    business_date date        not null,
    business_hour smallint    not null,
    data          json        not null,
    constraint outbox_pk primary key (id),
    constraint outbox_hour check (business_hour between 0 and 23)
);

create index outbox_by_tx on outbox (tx, id);
