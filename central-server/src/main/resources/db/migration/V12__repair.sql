-- What is made anew from the log, branch by branch: asked for, and done in the transaction that makes it.
create table rebuild (
    branch_id uuid        not null constraint rebuild_pk primary key,
    asked_at  timestamptz not null,
    -- Null while it is still to be done.
    done_at   timestamptz,
    events    bigint,
    -- What followed from the events before and after, in short: the same where nothing had gone wrong.
    before    text,
    after     text,
    constraint rebuild_done check (num_nulls(done_at, events, before, after) in (0, 4))
);

-- A message leaves quarantine when it could be read at last, or when somebody gave it up; its bytes stay.
alter table quarantine
    add column settled_at timestamptz,
    add column settled_how text,
    add constraint quarantine_settled check ((settled_at is null) = (settled_how is null)),
    add constraint quarantine_settled_how check (settled_how in ('replayed', 'discarded'));

drop index quarantine_branch;
create index quarantine_unsettled on quarantine (branch_id, received_at) where settled_at is null;
