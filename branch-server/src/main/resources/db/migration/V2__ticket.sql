-- The last number given for a prefix on a business date. Its row lock makes numbers dense: a number that is not
-- committed was never given.
create table ticket_number (
    business_date date       not null,
    prefix        varchar(3) not null,
    last_number   integer    not null,
    constraint ticket_number_pk primary key (business_date, prefix),
    constraint ticket_number_positive check (last_number > 0)
);

create table ticket (
    id            uuid        not null,
    business_date date        not null,
    prefix        varchar(3)  not null,
    number        integer     not null,
    pin_code      varchar(6)  not null,
    created_at    timestamptz not null,
    closed_at     timestamptz,
    constraint ticket_pk primary key (id),
    constraint ticket_number_once unique (business_date, prefix, number)
);

-- A PIN stands for one open ticket.
create unique index ticket_open_pin on ticket (pin_code) where closed_at is null;

create index ticket_by_issue on ticket (created_at, id);
