-- What has been numbered of each business date: how many events, and the sum of their hashes, which overflows as it must.
create table outbox_digest (
    epoch         integer not null,
    business_date date    not null,
    events        bigint  not null,
    hash          bigint  not null,
    constraint outbox_digest_pk primary key (epoch, business_date),
    constraint outbox_digest_not_empty check (events > 0)
);

-- Up to which number the digests count; moved with them.
alter table outbox_position add column digested_seq bigint not null default 0;
