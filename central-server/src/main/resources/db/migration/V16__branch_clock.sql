-- What the heartbeats of a branch tell of its clock.
create table branch_clock (
    branch_id    uuid        not null constraint branch_clock_pk primary key,
    -- How long after its own time a heartbeat came, by the centre's clock: the delay, less what the branch's clock is ahead.
    lag_millis   bigint      not null,
    -- Since when, by the centre's clock, that has been as much.
    steady_since timestamptz not null,
    -- By how much the clock is wrong: above zero where it is ahead. Null where nothing is wrong that is known of.
    skew_millis  bigint
);
