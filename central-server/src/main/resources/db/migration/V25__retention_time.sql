-- The time by which it is decided what is forgotten for good: it follows the clock, a little each run, so that a clock that is wrong
-- for an hour costs nothing.
create table retention_time (
    only_row boolean     not null default true,
    at       timestamptz not null,
    constraint retention_time_pk primary key (only_row),
    constraint retention_time_one_row check (only_row)
);

-- Where the centre ran before: when it last heard of half of its branches. Without a row the first run takes the clock's word.
insert into retention_time (at)
select percentile_disc(0.5) within group (order by last_seen) from branch_position having count(last_seen) > 0;
