-- The time by which it is decided what is forgotten for good: it follows the clock, a little each run, so that a clock that is wrong
-- for an hour costs nothing.
create table retention_time (
    what text        not null,
    at   timestamptz not null,
    constraint retention_time_pk primary key (what)
);

-- Where the branch ran before: when it last numbered events. Without a row the first run takes the clock's word.
insert into retention_time (what, at)
select what, last.sealed_at
from (select sealed_at from outbox_window order by epoch desc, first_seq desc limit 1) last,
     (values ('outbox'), ('personal data')) as of_kind (what);
