-- A booking: a ticket issued in advance, by whoever the site says he is.
alter table ticket
    add column booked_by         text,
    add column unconfirmed_until timestamptz;

create index ticket_by_booker on ticket (booked_by) where booked_by is not null;
create index ticket_unconfirmed on ticket (unconfirmed_until) where unconfirmed_until is not null;

alter table ticket_product
    add column booked_for timestamptz,
    -- Came too late to go before those without a booking.
    add column late       boolean not null default false,
    add constraint ticket_product_booked_for_a_time check (state <> 'BOOKED' or booked_for is not null
        or chain is not null),
    add constraint ticket_product_late_for_something check (not late or booked_for is not null);

create index ticket_product_booked on ticket_product (booked_for) where state = 'BOOKED';

-- How many have booked a service for a time, and how many may. Whoever asks at once, the row is one.
create table booking_slot (
    product_id uuid        not null,
    starts_at  timestamptz not null,
    taken      integer     not null,
    capacity   integer     not null,
    constraint booking_slot_pk primary key (product_id, starts_at),
    constraint booking_slot_product_fk foreign key (product_id) references product (id),
    constraint booking_slot_not_negative check (taken >= 0),
    constraint booking_slot_not_over_capacity check (taken <= capacity)
);
