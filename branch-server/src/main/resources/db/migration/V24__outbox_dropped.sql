-- Up to which number the log was dropped because its time was over; 0 where all is there. What is before it is history all the
-- same: the window that ends there stays, to say so.
alter table outbox_position
    add column dropped_epoch integer not null default 1,
    add column dropped_seq   bigint  not null default 0,
    add constraint outbox_position_dropped check (dropped_epoch >= 1 and dropped_seq >= 0);
