-- One who signed in without a workplace. A token is worth no more than its session.
create table staff_session (
    id uuid not null,
    user_id uuid not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    constraint staff_session_pk primary key (id),
    constraint staff_session_user_fk foreign key (user_id) references staff (id),
    constraint staff_session_ends_after_start check (ended_at >= started_at)
);

create index staff_session_open on staff_session (user_id) where ended_at is null;
