-- Every event as it came, of known types and unknown: what all other tables can be rebuilt from.
create table event_log (
    branch_id     uuid        not null,
    epoch         integer     not null,
    seq           bigint      not null,
    event_id      uuid        not null,
    type          text        not null,
    version       integer     not null,
    occurred_at   timestamptz not null,
    business_date date        not null,
    business_hour smallint    not null constraint event_log_hour check (business_hour between 0 and 23),
    data          jsonb       not null,
    received_at   timestamptz not null,
    -- The last word against counting twice, should every check before it fail.
    constraint event_log_pk primary key (branch_id, epoch, seq)
);
