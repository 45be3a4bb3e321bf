-- When the visitor was last called: a call again puts him at the top of the boards.
alter table ticket_product add column last_called_at timestamptz;

update ticket_product set last_called_at = invited_at;
