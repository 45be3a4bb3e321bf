-- Since when the operator is on a break; null while he works.
alter table operator_session
    add column break_started_at timestamptz,
    add constraint operator_session_no_break_after_the_end check (ended_at is null or break_started_at is null);
