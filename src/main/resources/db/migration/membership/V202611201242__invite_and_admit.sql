-- A link that makes somebody a member of an organisation; the table holds its hash.
create table membership.invitation (
    id           uuid primary key default gen_random_uuid(),
    token        bytea not null unique check (length(token) = 32),
    organisation uuid not null references membership.organisation,
    name         text not null check (length(name) between 1 and 100),
    email        text not null check (length(email) between 3 and 254),
    roles        text[] not null,
    invited_by   uuid references membership.person,
    invited_at   timestamptz not null default now(),
    ends_at      timestamptz not null default now() + interval '14 days',
    taken_at     timestamptz,
    taken_by     uuid references membership.person,
    revoked_at   timestamptz,
    check ((taken_at is null) = (taken_by is null)),
    check (taken_at is null or revoked_at is null)
);
create index on membership.invitation (organisation) where taken_at is null and revoked_at is null;

-- An organisation asks to take part; it exists as 'applied' until the Centre has decided.
create table membership.application (
    id           uuid primary key default gen_random_uuid(),
    organisation uuid not null unique references membership.organisation,
    applicant    text not null check (length(applicant) between 1 and 100),
    email        text not null check (length(email) between 3 and 254),
    phone        text not null default '' check (length(phone) <= 40),
    category     text not null,
    reason       text not null check (length(reason) between 1 and 2000),
    applied_at   timestamptz not null default now(),
    decided_at   timestamptz,
    decided_by   uuid references membership.person,
    accepted     boolean,
    answer       text not null default '' check (length(answer) <= 2000),
    check ((decided_at is null) = (accepted is null) and (decided_at is null) = (decided_by is null))
);

-- Lost every way of signing in: asked for by one, confirmed by another, usable after a pause.
create table membership.recovery (
    id           uuid primary key default gen_random_uuid(),
    person       uuid not null references membership.person,
    reason       text not null check (length(reason) between 1 and 500),
    requested_by uuid not null references membership.person,
    requested_at timestamptz not null default now(),
    confirmed_by uuid references membership.person,
    confirmed_at timestamptz,
    token        bytea unique check (length(token) = 32),
    opens_at     timestamptz,
    ends_at      timestamptz not null default now() + interval '7 days',
    used_at      timestamptz,
    stopped_by   uuid references membership.person,
    stopped_at   timestamptz,
    check (confirmed_by is null or (confirmed_by <> requested_by and confirmed_by <> person)),
    check (requested_by <> person),
    check ((confirmed_by is null) = (token is null) and (confirmed_by is null) = (opens_at is null)),
    check (used_at is null or confirmed_by is not null),
    check (used_at is null or stopped_at is null)
);
create unique index on membership.recovery (person) where used_at is null and stopped_at is null;

-- What a machine signs in with; belongs to a service account with one seat.
create table membership.token (
    id         uuid primary key default gen_random_uuid(),
    person     uuid not null references membership.person,
    label      text not null check (length(label) between 1 and 100),
    scopes     text[] not null check (cardinality(scopes) > 0),
    hash       bytea not null unique check (length(hash) = 32),
    created_by uuid not null references membership.person,
    created_at timestamptz not null default now(),
    ends_at    timestamptz not null,
    used_at    timestamptz,
    revoked_at timestamptz
);
create index on membership.token (person);

-- The link of the very first start.
create table membership.setup (
    token      bytea primary key check (length(token) = 32),
    created_at timestamptz not null default now(),
    ends_at    timestamptz not null default now() + interval '1 day'
);

grant select, insert, update on membership.invitation, membership.application, membership.recovery,
    membership.token to ${app};
grant select, insert, delete on membership.setup to ${app};
