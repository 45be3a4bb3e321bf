-- What visitors said of themselves: [{"ProductRequiredFieldTypeId": …, "Name": …, "Value": …}]. Personal.
alter table ticket_product
    add column data_fields text,
    add constraint ticket_product_data_fields_are_a_list check (data_fields is json array);
