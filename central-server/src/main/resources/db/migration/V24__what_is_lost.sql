-- What somebody accepted as lost of a branch: it was not in, and the branch no longer kept it. Rows are never changed.
create table branch_loss (
    id          bigint      generated always as identity constraint branch_loss_pk primary key,
    branch_id   uuid        not null,
    -- The first number that is lost, and the first one after it that was kept.
    from_epoch  integer     not null,
    from_seq    bigint      not null,
    kept_epoch  integer     not null,
    kept_seq    bigint      not null,
    accepted_at timestamptz not null,
    accepted_by text        not null,
    constraint branch_loss_numbers check ((from_epoch, from_seq) < (kept_epoch, kept_seq))
);

create index branch_loss_of_branch on branch_loss (branch_id);

-- The dates of which something may be lost: from that of the last event before it to that of the first one after it.
create view branch_lost_days as
select l.branch_id,
       coalesce((select e.business_date from event_log e
                 where e.branch_id = l.branch_id and (e.epoch, e.seq) < (l.from_epoch, l.from_seq)
                 order by e.epoch desc, e.seq desc limit 1), '-infinity') as first_day,
       coalesce((select e.business_date from event_log e
                 where e.branch_id = l.branch_id and (e.epoch, e.seq) >= (l.kept_epoch, l.kept_seq)
                 order by e.epoch, e.seq limit 1), 'infinity') as last_day
from branch_loss l;
