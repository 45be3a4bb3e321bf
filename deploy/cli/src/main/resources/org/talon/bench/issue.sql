\set pin1 random(0, 999999)
\set pin2 random(0, 999999)
\set pin3 random(0, 999999)
\set pin4 random(0, 999999)
\set pin5 random(0, 999999)
\set priority 0
begin;
with free as materialized (
    select pin from unnest(string_to_array(concat_ws(',', lpad(:pin1::text, 6, '0'), lpad(:pin2::text, 6, '0'), lpad(:pin3::text, 6, '0'),
        lpad(:pin4::text, 6, '0'), lpad(:pin5::text, 6, '0')), ',')) as pin
    where pg_try_advisory_xact_lock(hashtext('talon.pin'), cast(pin as integer))
      and not exists (select from ticket t where t.pin_code = pin and t.closed_at is null)
    limit 1),
next as (
    insert into ticket_number as n (business_date, prefix, last_number)
    select cast(current_date as date), '${prefix}', 1 from (select count(*) from free) as looked_for_first
    on conflict on constraint ticket_number_pk do update set last_number = n.last_number + 1
    returning n.last_number)
select last_number as number, (select pin from free) as pin from next \gset
insert into ticket (id, business_date, prefix, number, pin_code, created_at, closed_at, at_work_place, booked_by, unconfirmed_until)
values (uuidv7(), current_date, '${prefix}', :number, :pin, now(), null, false, null, null) returning id as ticket \gset
insert into ticket_product (id, ticket_id, product_id, state, priority, created_at, due_at, queued_at, activated_at, invited_at,
    operating_at, ended_at, calls, work_place_id, user_id, first_called_at, first_called_work_place_id, first_called_user_id,
    waited_seconds, within_target, served_seconds, chain, step, issued, to_work_place_id, to_user_id, return_product_id,
    return_work_place_id, target_seconds, last_called_at, data_fields, booked_for, late)
values (uuidv7(), :ticket::uuid, '${product}', 'IN_QUEUE', :priority, now(), now(), now(), now(), null,
    null, null, 0, null, null, null, null, null,
    null, null, 0, null, 0, true, null, null, null,
    null, 900, null, null, null, false);
insert into outbox (event_id, type, version, occurred_at, business_date, business_hour, data)
values (uuidv7(), 'TicketIssued', 1, now(), current_date, 12, '${data}'::json);
commit;
select count(*) from ticket_product where product_id = '${product}' and state = 'IN_QUEUE' and priority > :priority;
