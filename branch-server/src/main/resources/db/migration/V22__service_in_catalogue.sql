-- A service that has left the catalogue takes no visitors: nobody could call them. Whoever issues a ticket at the moment at which its
-- service is taken away either is seen by whoever takes it away, or gives way and may try again.
alter table product add column in_catalogue boolean not null default true;

create function ticket_product_is_in_catalogue() returns trigger language plpgsql as $$
begin
    perform from product where id = new.product_id and in_catalogue for key share;
    if not found then
        raise exception 'the service % has just left the catalogue', new.product_id
            using errcode = 'serialization_failure';
    end if;
    return new;
end
$$;

create trigger ticket_product_in_catalogue before insert on ticket_product
    for each row execute function ticket_product_is_in_catalogue();
