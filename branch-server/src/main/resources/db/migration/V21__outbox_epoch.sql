-- The epochs of the outbox' numbers. A database that was restored begins a new one, because numbers that it gave after its
-- backup was taken are known elsewhere and must not be given again.
create table outbox_epoch (
    epoch          integer     not null,
    -- Event number 1 of the epoch says what it follows: it has no row in the outbox. Null in the first epoch.
    event_id       uuid,
    began_at       timestamptz,
    previous_epoch integer,
    -- What the epoch before is worth.
    kept_seq       bigint,
    -- Its events lie behind both. What has no number when an epoch begins is appended anew.
    from_id        bigint      not null,
    from_tx        xid8        not null,
    constraint outbox_epoch_pk primary key (epoch),
    constraint outbox_epoch_follows foreign key (previous_epoch) references outbox_epoch,
    constraint outbox_epoch_first check ((event_id is null) = (epoch = 1)),
    constraint outbox_epoch_says_what_it_follows check (
        num_nulls(event_id, began_at, previous_epoch, kept_seq) in (0, 4)),
    constraint outbox_epoch_forward check (previous_epoch < epoch and kept_seq >= 0)
);

insert into outbox_epoch (epoch, from_id, from_tx) values (1, 0, '0');
