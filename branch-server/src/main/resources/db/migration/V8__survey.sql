-- One visitor's survey at one console. It goes on as it began, whatever a new catalogue says: the definition is kept with it.
create table survey_run (
    id                uuid        not null,
    client_id         varchar(64) not null,
    survey_id         uuid        not null,
    survey_name       text        not null,
    definition        jsonb       not null,
    work_place_id     uuid,
    user_id           uuid,
    ticket_product_id uuid,
    product_id        uuid,
    question_number   integer     not null,
    started_at        timestamptz not null,
    last_answer_at    timestamptz,
    ended_at          timestamptz,
    outcome           varchar(16),
    constraint survey_run_pk primary key (id),
    constraint survey_run_work_place_fk foreign key (work_place_id) references work_place (id),
    constraint survey_run_user_fk foreign key (user_id) references staff (id),
    constraint survey_run_ticket_product_fk foreign key (ticket_product_id) references ticket_product (id),
    constraint survey_run_product_fk foreign key (product_id) references product (id),
    constraint survey_run_question_positive check (question_number > 0),
    constraint survey_run_outcome_known check (outcome in ('COMPLETED', 'INTERRUPTED', 'TIMED_OUT')),
    constraint survey_run_ended check ((ended_at is null) = (outcome is null)),
    constraint survey_run_of_one_visitor check (num_nulls(user_id, ticket_product_id, product_id) in (0, 3)),
    constraint survey_run_served_somewhere check (ticket_product_id is null or work_place_id is not null)
);

-- A console asks one visitor at a time.
create unique index survey_run_one_a_console on survey_run (client_id) where ended_at is null;
create index survey_run_of_ticket_product on survey_run (ticket_product_id) where ticket_product_id is not null;

-- What he said, in order. A question that he passed over has a row without an answer.
create table survey_answer (
    run_id      uuid        not null,
    place       integer     not null,
    question_id uuid        not null,
    answer_ids  uuid[]      not null,
    text        text,
    value       integer,
    answered_at timestamptz not null,
    constraint survey_answer_pk primary key (run_id, place),
    constraint survey_answer_run_fk foreign key (run_id) references survey_run (id),
    constraint survey_answer_once unique (run_id, question_id),
    constraint survey_answer_of_one_type check ((cardinality(answer_ids) > 0)::integer + num_nonnulls(text, value) <= 1)
);

-- Whom a workplace served last.
create index ticket_product_by_service on ticket_product (work_place_id, operating_at) where operating_at is not null;
