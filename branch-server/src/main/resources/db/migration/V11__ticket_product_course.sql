-- What one service of a ticket follows, whom it is meant for, and what comes after it.
alter table ticket_product
    -- Services of one route share the chain and wait one after another, in order of step.
    add column chain                uuid,
    add column step                 integer not null default 0,
    -- False for what follows a redirect or comes back from one: it was issued once already.
    add column issued               boolean not null default true,
    add column to_work_place_id     uuid,
    add column to_user_id           uuid,
    add column return_product_id    uuid,
    add column return_work_place_id uuid,
    add constraint ticket_product_to_work_place_fk foreign key (to_work_place_id) references work_place (id),
    add constraint ticket_product_to_user_fk foreign key (to_user_id) references staff (id),
    add constraint ticket_product_return_product_fk foreign key (return_product_id) references product (id),
    add constraint ticket_product_return_work_place_fk foreign key (return_work_place_id) references work_place (id),
    add constraint ticket_product_return_whole check (return_work_place_id is null or return_product_id is not null),
    add constraint ticket_product_held_somewhere check (state <> 'HELD' or work_place_id is not null);

-- Of a route, one service at most is under way.
create unique index ticket_product_one_step_of_a_route on ticket_product (ticket_id, chain)
    where chain is not null and state in ('IN_QUEUE', 'INVITED', 'OPERATING', 'HELD');

create index ticket_product_meant_for_work_place on ticket_product (to_work_place_id)
    where to_work_place_id is not null and ended_at is null;
create index ticket_product_meant_for_user on ticket_product (to_user_id)
    where to_user_id is not null and ended_at is null;
