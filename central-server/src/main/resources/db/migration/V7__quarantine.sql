-- Messages that nobody can read, kept to the byte until they are looked into.
create table quarantine (
    topic        text        not null,
    partition    integer     not null,
    kafka_offset bigint      not null,
    -- Null where not even the topic tells whose it is.
    branch_id    uuid,
    -- Null where not even the envelope can be read.
    epoch        integer,
    seq          bigint,
    bytes        bytea       not null,
    reason       text        not null,
    received_at  timestamptz not null,
    constraint quarantine_pk primary key (topic, partition, kafka_offset)
);

create index quarantine_branch on quarantine (branch_id, received_at);
