-- What somebody dropped to be imported, until they take what is in it or throw it away. Nobody else sees it.
create table intel.dropped (
    id           uuid primary key default gen_random_uuid(),
    person       uuid not null references membership.person,
    organisation uuid not null references membership.organisation,
    name         text not null check (length(name) <= 200),
    sha256       text not null,
    content      bytea not null check (octet_length(content) <= 10485760),
    at           timestamptz not null
);
create index on intel.dropped (person, at);

alter table intel.dropped enable row level security;
create policy own on intel.dropped to ${app}
    using (person = (select membership.reader()))
    with check (person = (select membership.reader())
                and organisation = any ((select membership.principals())::uuid[]));
grant select, insert, delete on intel.dropped to ${app};
