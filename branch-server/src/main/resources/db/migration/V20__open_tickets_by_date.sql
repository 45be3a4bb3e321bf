-- Few tickets are open, and most that ever were are not: those of earlier dates are looked for every second.
create index ticket_open_by_date on ticket (business_date) where closed_at is null;
