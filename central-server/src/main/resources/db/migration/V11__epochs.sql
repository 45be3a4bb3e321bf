-- A branch whose database was restored begins a new epoch.
alter table branch_position
    -- Three numbers each former epoch, oldest first: the epoch, the last number of it that counts, the last that was in.
    add column lineage bigint[] not null default '{}',
    -- The lowest number under which another event came than is in.
    add column conflict_epoch integer,
    add column conflict_seq bigint,
    -- When the last event that is in happened, by the branch's clock.
    add column last_at timestamptz,
    add constraint branch_position_conflict check ((conflict_epoch is null) = (conflict_seq is null));

-- Every time that a branch began anew, and how many events were in that its records no longer have.
create table branch_fork (
    branch_id      uuid        not null,
    epoch          integer     not null,
    previous_epoch integer     not null,
    kept_seq       bigint      not null,
    lost           bigint      not null,
    found_at       timestamptz not null,
    -- When somebody took note of it; until then the branch is called divergent, where events were lost.
    accepted_at    timestamptz,
    constraint branch_fork_pk primary key (branch_id, epoch),
    constraint branch_fork_numbers check (previous_epoch < epoch and kept_seq >= 0 and lost >= 0)
);
