-- Where the log of a branch begins, where it has said that it no longer has all: what is before that and not in never will be.
alter table branch_position
    add column kept_from_epoch integer,
    add column kept_from_seq bigint,
    add constraint branch_position_kept_from check ((kept_from_epoch is null) = (kept_from_seq is null));
