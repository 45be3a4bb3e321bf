-- What calls with an Idempotency-Key were answered, for 24 hours. Committed together with what they changed. The digests
-- show neither the caller nor what he asked for; the body is his answer, with all that it tells of a visitor.
create table idempotency_key (
    -- SHA-256 of the caller and his key, in hexadecimal.
    key_digest  varchar(64) not null,
    -- SHA-256 of path and parameters.
    call_digest varchar(64) not null,
    created_at  timestamptz not null,
    -- Null only within the transaction that carries the call out: nobody else ever sees it so.
    status      integer,
    body        text,
    constraint idempotency_key_pk primary key (key_digest),
    constraint idempotency_key_answer_whole check (num_nulls(status, body) in (0, 2))
);

create index idempotency_key_by_age on idempotency_key (created_at);
