-- Who is on a break keeps his workplace.
alter table work_place_session
    -- Null while he works.
    add column break_since timestamptz,
    -- Null where the event that opened it lies in quarantine.
    alter column opened_at drop not null;
