-- How far each branch is taken in. Moved by compare-and-set, in the transaction that writes what was taken in.
create table branch_position (
    branch_id       uuid        not null constraint branch_position_pk primary key,
    epoch           integer     not null,
    next_seq        bigint      not null,
    -- Where to read on. While a gap is open it stays at the first message behind the gap, so that a restart reads it again.
    kafka_offset    bigint      not null,
    gap_seq         bigint,
    last_seen       timestamptz,
    announced_epoch integer,
    announced_seq   bigint,
    announced_at    timestamptz,
    complete_to     timestamptz
)
-- One row a branch, rewritten with every batch: room in each page lets PostgreSQL do it in place.
with (fillfactor = 50);
