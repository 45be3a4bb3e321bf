-- Sealed windows of transactions: the events of [from_tx, to_tx), in order of id, have the sequence numbers
-- first_seq, first_seq + 1 … A window never changes, so an event has its number for ever.
create table outbox_window (
    epoch     integer     not null,
    first_seq bigint      not null,
    size      integer     not null,
    from_tx   xid8        not null,
    to_tx     xid8        not null,
    sealed_at timestamptz not null,
    constraint outbox_window_pk primary key (epoch, first_seq),
    constraint outbox_window_not_empty check (size > 0),
    constraint outbox_window_forward check (from_tx < to_tx)
);

-- How far Kafka has acknowledged. One row; who seals holds its lock.
create table outbox_position (
    only_row         boolean not null default true,
    epoch            integer not null,
    acknowledged_seq bigint  not null,
    constraint outbox_position_pk primary key (only_row),
    constraint outbox_position_one_row check (only_row)
);

insert into outbox_position (epoch, acknowledged_seq) values (1, 0);
