-- A service may be booked, held, redirected or expire, too.
alter table ticket_product
    drop constraint ticket_product_state,
    add constraint ticket_product_state
        check (state in ('Booked', 'InQueue', 'Invited', 'Operating', 'Completed', 'Rejected', 'Cancelled', 'Held',
                         'Redirected', 'Expired'));

-- Those booked for a day to come are many more than those in the hall: what is asked of them lies in the index.
drop index ticket_product_in_the_hall;
create index ticket_product_open on ticket_product (branch_id, state) include (queued_at)
    where state in ('Booked', 'InQueue', 'Invited', 'Operating', 'Held');
