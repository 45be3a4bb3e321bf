-- The norm that a wait is held against, as it was when the service was issued.
alter table ticket_product
    add column target_seconds integer not null default 900,
    add constraint ticket_product_target_positive check (target_seconds > 0);

alter table ticket_product alter column target_seconds drop default;
