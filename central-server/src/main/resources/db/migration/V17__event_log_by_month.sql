-- The log lies in partitions by month of the business date: that is part of the event, and the same however often it is sent.
alter table event_log rename to event_log_before;
alter table event_log_before rename constraint event_log_pk to event_log_before_pk;

create table event_log (
    like event_log_before including defaults including constraints,
    -- The same event never comes twice; that no other one comes under its number is held by event_log_number_once.
    constraint event_log_pk primary key (branch_id, epoch, seq, business_date)
) partition by range (business_date);

-- What nobody foresaw: the date of a clock that is wrong by years must not keep an event out.
create table event_log_default partition of event_log default;

-- Makes the month of a date, and moves there what of it had come too early. False where it is there.
create function event_log_make_month(day date) returns boolean language plpgsql as $$
declare
    first date := date_trunc('month', day);
    after date := date_trunc('month', day) + interval '1 month';
    month text := to_char(first, '"event_log_"YYYY_MM');
begin
    if to_regclass(month) is not null then
        return false;
    end if;
    lock table event_log_default in access exclusive mode;
    execute format('create table %I (like event_log including defaults including constraints)', month);
    execute format('with early as (
                        delete from event_log_default where business_date >= %L and business_date < %L returning *)
                    insert into %I select * from early', first, after, month);
    execute format('alter table event_log attach partition %I for values from (%L) to (%L)', month, first, after);
    return true;
end
$$;

do $$
declare
    month date;
begin
    for month in
        select distinct date_trunc('month', business_date)::date from event_log_before
        where business_date between '2000-01-01' and '2099-12-31' order by 1
    loop
        perform event_log_make_month(month);
    end loop;
end
$$;

insert into event_log select * from event_log_before;

drop table event_log_before;

-- The last word against counting twice, should every check before it fail: PostgreSQL's own unique constraints would let one
-- number in twice under two dates. Whoever writes holds the lock of his branch's position, so that nobody writes beside him.
-- The primary key leads to the numbers; a plan made while a month was empty would go on reading all of it.
create function event_log_number_once() returns trigger language plpgsql set enable_seqscan = off as $$
declare
    twice record;
begin
    select a.* into twice
    from (select branch_id, epoch, min(seq) as first, max(seq) as last from added group by branch_id, epoch) a
    where (select count(*) > count(distinct e.seq) from event_log e
           where e.branch_id = a.branch_id and e.epoch = a.epoch and e.seq between a.first and a.last)
    limit 1;
    if found then
        raise exception 'a number of branch % between % and % of epoch % is in already',
                twice.branch_id, twice.first, twice.last, twice.epoch
            using errcode = 'unique_violation', constraint = 'event_log_number_once';
    end if;
    return null;
end
$$;

create trigger event_log_number_once after insert on event_log
    referencing new table as added for each statement execute function event_log_number_once();
