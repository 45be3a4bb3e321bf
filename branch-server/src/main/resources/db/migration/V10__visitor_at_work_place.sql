-- Whether the visitor of a ticket is called to, or served at, a workplace: two workplaces that want two services of one
-- ticket at the same moment meet at this column, so that the second one looks for somebody else.
alter table ticket add column at_work_place boolean not null default false;

update ticket t set at_work_place = true
where exists (select from ticket_product p where p.ticket_id = t.id and p.state in ('INVITED', 'OPERATING'));
