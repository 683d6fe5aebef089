-- Who is signed in where. The browser holds the token, the table only its hash.
create table membership.session (
    id           uuid primary key default gen_random_uuid(),
    token        bytea not null unique check (length(token) = 32),
    person       uuid not null references membership.person,
    organisation uuid not null references membership.organisation,
    factors      text[] not null,
    address      text not null default '',
    device       text not null default '' check (length(device) <= 200),
    started_at   timestamptz not null default now(),
    seen_at      timestamptz not null default now(),
    ends_at      timestamptz not null
);
create index on membership.session (person);
create index on membership.session (ends_at);

grant select, insert, update, delete on membership.session to ${app};
