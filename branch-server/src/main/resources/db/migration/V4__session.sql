-- An operator at a workplace, from identify to logout.
create table operator_session (
    id            uuid        not null,
    work_place_id uuid        not null,
    user_id       uuid        not null,
    started_at    timestamptz not null,
    ended_at      timestamptz,
    constraint operator_session_pk primary key (id),
    constraint operator_session_work_place_fk foreign key (work_place_id) references work_place (id),
    constraint operator_session_user_fk foreign key (user_id) references staff (id)
);

-- Nobody sits on another's lap.
create unique index operator_session_one_a_work_place on operator_session (work_place_id) where ended_at is null;
