-- The services of the tickets on a page.
create index ticket_product_of_ticket on ticket_product (branch_id, ticket_id);
