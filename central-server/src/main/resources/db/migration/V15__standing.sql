-- Head office may hold a branch back: while it is not active its position stands still, and its events wait in Kafka.
alter table branch_position
    add column standing text not null default 'Active',
    add constraint branch_position_standing check (standing in ('Active', 'Blocked', 'Removed'));

-- Who decided so, and why. The newest decision on a branch holds; one on which nobody ever decided is active.
create table branch_decision (
    id         bigint      generated always as identity constraint branch_decision_pk primary key,
    branch_id  uuid        not null,
    standing   text        not null
        constraint branch_decision_standing check (standing in ('Active', 'Blocked', 'Removed')),
    decided_at timestamptz not null,
    decided_by text        not null,
    reason     text,
    constraint branch_decision_needs_reason check (standing = 'Active' or reason is not null)
);

create index branch_decision_newest on branch_decision (branch_id, id desc);
