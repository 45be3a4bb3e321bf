-- Every catalogue that was ever in force, to the letter; the newest version holds.
create table catalogue (
    version    integer     generated always as identity,
    source     text        not null,
    applied_at timestamptz not null,
    constraint catalogue_pk primary key (version)
);

-- Whatever stood in a catalogue once keeps its row: tickets refer to it, and history needs its name.
create table product (
    id   uuid not null,
    name text not null,
    constraint product_pk primary key (id)
);

create table work_place (
    id   uuid not null,
    name text not null,
    constraint work_place_pk primary key (id)
);

create table staff (
    id   uuid not null,
    name text not null,
    constraint staff_pk primary key (id)
);
