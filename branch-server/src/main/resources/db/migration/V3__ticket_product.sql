-- One service of a ticket, from queueing to its end.
create table ticket_product (
    id                         uuid        not null,
    ticket_id                  uuid        not null,
    product_id                 uuid        not null,
    state                      varchar(16) not null,
    priority                   integer     not null,
    created_at                 timestamptz not null,
    due_at                     timestamptz not null,
    queued_at                  timestamptz,
    activated_at               timestamptz,
    invited_at                 timestamptz,
    operating_at               timestamptz,
    ended_at                   timestamptz,
    calls                      integer     not null,
    work_place_id              uuid,
    user_id                    uuid,
    -- The first call is what a wait is measured to, and stays as it was whatever happens later.
    first_called_at            timestamptz,
    first_called_work_place_id uuid,
    first_called_user_id       uuid,
    waited_seconds             bigint,
    within_target              boolean,
    served_seconds             bigint      not null,
    constraint ticket_product_pk primary key (id),
    constraint ticket_product_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint ticket_product_product_fk foreign key (product_id) references product (id),
    constraint ticket_product_work_place_fk foreign key (work_place_id) references work_place (id),
    constraint ticket_product_user_fk foreign key (user_id) references staff (id),
    constraint ticket_product_state_known check (state in ('BOOKED', 'IN_QUEUE', 'INVITED', 'OPERATING', 'COMPLETED',
        'REJECTED', 'CANCELLED', 'HELD', 'REDIRECTED', 'EXPIRED')),
    constraint ticket_product_priority_range check (priority between -100 and 100),
    constraint ticket_product_called_somewhere check (state not in ('INVITED', 'OPERATING')
        or (work_place_id is not null and user_id is not null)),
    constraint ticket_product_ended check ((ended_at is not null) = (state in ('COMPLETED', 'REJECTED', 'CANCELLED',
        'REDIRECTED', 'EXPIRED'))),
    constraint ticket_product_first_call_whole check (num_nulls(first_called_at, first_called_work_place_id,
        first_called_user_id, waited_seconds, within_target) in (0, 5))
);

-- A workplace serves one visitor, and a visitor is at one workplace, whatever the code believes.
create unique index ticket_product_one_visitor_a_work_place on ticket_product (work_place_id)
    where state in ('INVITED', 'OPERATING');
create unique index ticket_product_one_work_place_a_visitor on ticket_product (ticket_id)
    where state in ('INVITED', 'OPERATING');

create index ticket_product_of_ticket on ticket_product (ticket_id);
create index ticket_product_queue on ticket_product (product_id, priority desc, due_at, id) where state = 'IN_QUEUE';
create index ticket_product_open on ticket_product (state) where ended_at is null;
create index ticket_product_by_issue on ticket_product (created_at);
create index ticket_product_by_first_call on ticket_product (first_called_at) where first_called_at is not null;
create index ticket_product_by_end on ticket_product (ended_at) where ended_at is not null;
