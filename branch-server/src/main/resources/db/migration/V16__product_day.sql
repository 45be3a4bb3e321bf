-- How many of a limited service were issued on a business date, and how many may be.
create table product_day (
    product_id    uuid    not null,
    business_date date    not null,
    issued        integer not null,
    daily_limit   integer not null,
    constraint product_day_pk primary key (product_id, business_date),
    constraint product_day_product_fk foreign key (product_id) references product (id),
    constraint product_day_within_limit check (issued between 0 and daily_limit)
);
