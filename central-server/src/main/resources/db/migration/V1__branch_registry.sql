-- Who the branches are, as each last introduced itself.
create table branch (
    id                     uuid        not null constraint branch_pk primary key,
    name                   text        not null,
    organization_name      text,
    organization_full_name text,
    organization_address   text,
    organization_phone     text,
    organization_fax       text,
    organization_email     text,
    integration_id         text,
    time_zone              text        not null,
    protocol_version       text        not null,
    software_version       text        not null,
    introduced_at          timestamptz not null
);

-- What the ids in figures are called. Names of what is gone from a catalogue stay: its history still has figures.
create table branch_name (
    branch_id uuid not null,
    kind      text not null constraint branch_name_kind check (kind in ('product', 'workplace', 'user')),
    id        uuid not null,
    name      text not null,
    constraint branch_name_pk primary key (branch_id, kind, id)
);
