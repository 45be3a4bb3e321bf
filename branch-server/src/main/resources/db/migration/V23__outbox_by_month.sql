-- The outbox lies in partitions by month of the moment of the event, so that old ones can be dropped whole.
alter table outbox rename to outbox_before;
alter table outbox_before rename constraint outbox_pk to outbox_before_pk;
alter index outbox_by_tx rename to outbox_before_by_tx;

create table outbox (
    id            bigint      generated always as identity,
    -- See V5: never lower than any transaction that had ended when the event was appended.
    tx            xid8        not null default greatest(pg_current_xact_id(),
        (pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1)::text::xid8),
    event_id      uuid        not null,
    type          text        not null,
    version       smallint    not null,
    occurred_at   timestamptz not null,
    business_date date        not null,
    business_hour smallint    not null,
    data          json        not null,
    constraint outbox_pk primary key (id, occurred_at),
    constraint outbox_hour check (business_hour between 0 and 23)
) partition by range (occurred_at);

create index outbox_by_tx on outbox (tx, id);

-- What nobody foresaw: a clock that is wrong by years must not keep a visitor from being served.
create table outbox_default partition of outbox default;

-- Makes the month of a date, in UTC, and moves there what of it had come too early. False where it is there.
create function outbox_make_month(day date) returns boolean language plpgsql as $$
declare
    first timestamptz := date_trunc('month', day::timestamp) at time zone 'UTC';
    after timestamptz := (date_trunc('month', day::timestamp) + interval '1 month') at time zone 'UTC';
    month text := to_char(day, '"outbox_"YYYY_MM');
begin
    if to_regclass(month) is not null then
        return false;
    end if;
    lock table outbox_default in access exclusive mode;
    execute format('create table %I (like outbox including defaults including constraints)', month);
    execute format('with early as (
                        delete from outbox_default where occurred_at >= %L and occurred_at < %L returning *)
                    insert into %I select * from early', first, after, month);
    execute format('alter table outbox attach partition %I for values from (%L) to (%L)', month, first, after);
    return true;
end
$$;

do $$
declare
    month date;
begin
    for month in
        select distinct date_trunc('month', occurred_at at time zone 'UTC')::date from outbox_before
        where occurred_at between '2000-01-01' and '2099-12-31' order by 1
    loop
        perform outbox_make_month(month);
    end loop;
end
$$;

insert into outbox overriding system value select * from outbox_before;

-- Ids go on where they were; an epoch begins behind an id that no event may get any more.
select setval(pg_get_serial_sequence('outbox', 'id'),
    greatest((select max(id) from outbox), (select max(from_id) from outbox_epoch), 0) + 1, false);

drop table outbox_before;
