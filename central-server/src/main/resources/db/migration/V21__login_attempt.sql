-- Guesses at passwords, so that they get slower and slower, in all processes and also after a restart. A source is an account (by the
-- SHA-256 of its login), an account and an address from which its owner has signed in before, or an address.
create table login_attempt (
    source text not null,
    wrong integer not null,
    free_at timestamptz not null,
    last_at timestamptz not null,
    constraint login_attempt_pk primary key (source),
    constraint login_attempt_wrong_not_negative check (wrong >= 0)
);

create index login_attempt_last_at on login_attempt (last_at);

-- From where an account's owner has signed in.
create table login_origin (
    account text not null,
    address text not null,
    last_at timestamptz not null,
    constraint login_origin_pk primary key (account, address)
);
