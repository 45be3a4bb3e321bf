-- Of a route, one service at most is under way once a transaction is over. Within one, what follows a redirected service
-- may come before that one has ended; a unique index would not wait for the end of the transaction.
drop index ticket_product_one_step_of_a_route;

alter table ticket_product add constraint ticket_product_one_step_of_a_route
    exclude using btree (ticket_id with =, chain with =)
    where (chain is not null and state in ('IN_QUEUE', 'INVITED', 'OPERATING', 'HELD'))
    deferrable initially deferred;
