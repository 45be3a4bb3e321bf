-- The tickets themselves, for whoever wants to see what a figure is made of. No PIN: branches tell none.
create table ticket (
    branch_id  uuid        not null,
    id         uuid        not null,
    prefix     text        not null,
    number     integer     not null,
    created_at timestamptz not null,
    -- The time of a visitor who booked ahead.
    booked_for timestamptz,
    constraint ticket_pk primary key (branch_id, id)
);

create index ticket_in_order_of_issue on ticket (branch_id, created_at, id);

-- Those that were issued before this table was there: what counts of former epochs, and all of the current one.
insert into ticket (branch_id, id, prefix, number, created_at, booked_for)
select e.branch_id, (e.data ->> 'TicketId')::uuid, e.data ->> 'Prefix', (e.data ->> 'Number')::integer,
       (e.data ->> 'At')::timestamptz, (e.data ->> 'BookedFor')::timestamptz
from event_log e
join branch_position p using (branch_id)
where e.type in ('TicketIssued', 'TicketBooked')
  and (e.epoch = p.epoch
       or exists (select from generate_series(1, cardinality(p.lineage) / 3) as n
                  where p.lineage[3 * n - 2] = e.epoch and e.seq <= p.lineage[3 * n - 1]))
on conflict on constraint ticket_pk do nothing;
