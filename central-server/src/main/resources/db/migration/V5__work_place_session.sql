-- The workplaces that are open now, and who sits there.
create table work_place_session (
    branch_id     uuid        not null,
    work_place_id uuid        not null,
    user_id       uuid        not null,
    opened_at     timestamptz not null,
    constraint work_place_session_pk primary key (branch_id, work_place_id)
);
