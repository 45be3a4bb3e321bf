-- Figures at the finest group that any statistics can ask for: integers that add.
create table rollup (
    branch_id           uuid     not null,
    business_date       date     not null,
    hour                smallint not null,
    product_id          uuid     not null,
    -- Null where nobody called or served: an issue, a cancellation.
    user_id             uuid,
    work_place_id       uuid,
    issued              bigint   not null,
    completed           bigint   not null,
    rejected            bigint   not null,
    cancelled           bigint   not null,
    redirected          bigint   not null,
    expired             bigint   not null,
    wait_sum_seconds    bigint   not null,
    wait_count          bigint   not null,
    max_wait_seconds    bigint   not null,
    within_target       bigint   not null,
    service_sum_seconds bigint   not null,
    service_count       bigint   not null,
    constraint rollup_key
        unique nulls not distinct (branch_id, business_date, hour, product_id, user_id, work_place_id)
);

-- The waits of a group by bucket (see WaitBuckets), for percentiles that merge over branches and days.
create table rollup_wait (
    branch_id     uuid     not null,
    business_date date     not null,
    hour          smallint not null,
    product_id    uuid     not null,
    user_id       uuid,
    work_place_id uuid,
    bucket        integer  not null,
    count         bigint   not null,
    constraint rollup_wait_key
        unique nulls not distinct (branch_id, business_date, hour, product_id, user_id, work_place_id, bucket)
);
