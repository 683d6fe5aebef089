create schema asset;
grant usage on schema asset to ${app};

-- What organisations say is theirs. It is used from its approval until it expires or is removed, and by nobody else.
create table asset.asset (
    id           uuid primary key default gen_random_uuid(),
    organisation uuid not null references membership.organisation,
    kind         text not null check (kind in ('DOMAIN', 'URL', 'ADDRESS', 'RANGE', 'PRODUCT', 'KEYWORD')),
    value        text not null check (length(value) between 1 and 2100),
    shown        text not null check (length(shown) between 1 and 2100),
    host         text,
    hosts        text[] not null default '{}',
    network      cidr,
    note         text not null default '' check (length(note) <= 500),
    state        text not null default 'waiting' check (state in ('waiting', 'registered', 'declined', 'removed')),
    asked_by     uuid not null references membership.person,
    asked_at     timestamptz not null,
    decided_by   uuid references membership.person,
    decided_at   timestamptz,
    reason       text,
    expires_at   timestamptz,
    renewal_by   uuid references membership.person,
    renewal_at   timestamptz,
    removed_by   uuid references membership.person,
    removed_at   timestamptz,
    check ((kind = 'DOMAIN') <= (host is not null)),
    check ((kind in ('ADDRESS', 'RANGE')) <= (network is not null)),
    check ((decided_by is null) = (decided_at is null)),
    check ((state = 'removed') = (removed_at is not null)),
    check ((removed_by is null) = (removed_at is null)),
    check (state <> 'registered' or (decided_by is not null and expires_at is not null)),
    check (state <> 'declined' or reason is not null),
    check ((renewal_by is null) = (renewal_at is null)),
    -- A second person: nobody approves what they asked for.
    check (decided_by is distinct from asked_by)
);
create unique index on asset.asset (organisation, kind, value) where state in ('waiting', 'registered');
create index on asset.asset (organisation, asked_at desc);
create index on asset.asset (asked_at) where state = 'waiting' or renewal_at is not null;
create index on asset.asset (host) where state in ('waiting', 'registered');
create index on asset.asset using gin (hosts) where state in ('waiting', 'registered');
create index on asset.asset using gist (network inet_ops) where state in ('waiting', 'registered');
create index on asset.asset (kind, value) where state in ('waiting', 'registered');

-- A list that was read and found good, until its person says yes or throws it away.
create table asset.upload (
    id           uuid primary key default gen_random_uuid(),
    person       uuid not null references membership.person,
    organisation uuid not null references membership.organisation,
    name         text not null,
    kind         text,
    tabular      boolean not null,
    content      text not null check (octet_length(content) <= 16000000),
    at           timestamptz not null
);
create index on asset.upload (person);

-- The owner's people and the Centre's watch office. What somebody else registered is nobody else's to know.
alter table asset.asset enable row level security;
create policy own on asset.asset for select to ${app}
    using (organisation = any ((select membership.principals())::uuid[]) or (select membership.holds('duty_desk')));
create policy as_oneself on asset.asset for insert to ${app}
    with check (organisation = any ((select membership.principals())::uuid[])
                and asked_by = (select membership.reader()) and state = 'waiting');
create policy own_again on asset.asset for update to ${app}
    using (organisation = any ((select membership.principals())::uuid[]) or (select membership.holds('duty_desk')))
    with check ((organisation = any ((select membership.principals())::uuid[])
                 and (state <> 'registered' or renewal_by = (select membership.reader())))
                or ((select membership.holds('duty_desk'))
                    and (select membership.reader()) in (decided_by, removed_by)));

alter table asset.upload enable row level security;
create policy own on asset.upload to ${app}
    using (person = (select membership.reader()))
    with check (person = (select membership.reader())
                and organisation = any ((select membership.principals())::uuid[]));

grant select, insert on asset.asset to ${app};
grant update (state, decided_by, decided_at, reason, expires_at, renewal_by, renewal_at, removed_by, removed_at)
    on asset.asset to ${app};
grant select, insert, delete on asset.upload to ${app};
