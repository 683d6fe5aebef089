create schema membership;
grant usage on schema membership to ${app};

-- Reference data: bodies are named by data with validity dates, never by code.
create table membership.category (
    code                 text not null,
    name_ja              text not null,
    name_en              text not null,
    info_sharing         boolean not null default true,
    support_coordination boolean not null default false,
    valid_from           date not null default '2000-01-01',
    valid_to             date,
    primary key (code, valid_from)
);

create table membership.ministry (
    code       text not null,
    name_ja    text not null,
    name_en    text not null,
    valid_from date not null default '2000-01-01',
    valid_to   date,
    primary key (code, valid_from)
);

create table membership.sector (
    code               text not null,
    name_ja            text not null,
    name_en            text not null,
    competent_ministry text,
    valid_from         date not null default '2000-01-01',
    valid_to           date,
    primary key (code, valid_from)
);

create table membership.association (
    code        text not null,
    kind        text not null check (kind in ('CEPTOAR', 'ISAC')),
    name_ja     text not null,
    name_en     text not null,
    secretariat text,
    sector      text,
    valid_from  date not null default '2000-01-01',
    valid_to    date,
    primary key (code, valid_from)
);

create table membership.organisation (
    id           uuid primary key default gen_random_uuid(),
    code         text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,40}$'),
    name         text not null check (length(name) between 1 and 200),
    name_en      text not null check (length(name_en) between 1 and 200),
    part         text not null default 'MEMBER' check (part in ('MEMBER', 'CENTRE', 'EVENT_OWNER', 'CTI_PROVIDER')),
    status       text not null check (status in ('invited', 'applied', 'active', 'suspended', 'withdrawn')),
    joined_on    date,
    left_on      date,
    window_phone text,
    created_at   timestamptz not null default now(),
    check ((status = 'withdrawn') = (left_on is not null))
);

-- What an organisation is, from when to when; the past stays countable.
create table membership.organisation_trait (
    organisation uuid not null references membership.organisation,
    trait        text not null check (trait in ('category', 'sector', 'ministry', 'association')),
    code         text not null,
    valid_from   date not null,
    valid_to     date check (valid_to is null or valid_to >= valid_from),
    primary key (organisation, trait, code, valid_from)
);

create table membership.person (
    id           uuid primary key default gen_random_uuid(),
    kind         text not null default 'human' check (kind in ('human', 'service')),
    login        text not null unique check (login = lower(login) and login ~ '^[a-z0-9][a-z0-9._-]{1,60}$'),
    name         text not null check (length(name) between 1 and 100),
    kana         text not null default '',
    name_en      text not null default '',
    email        text,
    title_ja     text not null default '',
    title_en     text not null default '',
    locale       text not null default 'ja' check (locale in ('ja', 'en')),
    level        text not null default 'general' check (level in ('general', 'pro')),
    theme        text not null default 'system' check (theme in ('system', 'light', 'dark')),
    status       text not null default 'active' check (status in ('active', 'suspended', 'withdrawn')),
    created_at   timestamptz not null default now(),
    last_seen_at timestamptz
);
create unique index on membership.person (lower(email)) where email is not null;

create table membership.seat (
    id           uuid primary key default gen_random_uuid(),
    person       uuid not null references membership.person,
    organisation uuid not null references membership.organisation,
    roles        text[] not null default '{}',
    since        timestamptz not null default now(),
    until        timestamptz check (until is null or until >= since)
);
create unique index on membership.seat (person, organisation) where until is null;
create index on membership.seat (organisation) where until is null;

-- An office is addressed instead of people: an organisation's window, the duty desk, the editors, a liaison seat.
create table membership.office (
    id           uuid primary key default gen_random_uuid(),
    kind         text not null check (kind in
                     ('window', 'duty_desk', 'editors', 'approvers', 'custodians', 'liaison_oc', 'secretariat')),
    organisation uuid not null references membership.organisation,
    unique (organisation, kind)
);

-- Which circles a person belongs to today: offices they hold, communities they sit in.
create table membership.belonging (
    principal uuid not null,
    circle    text not null check (circle in ('office', 'community')),
    person    uuid not null references membership.person,
    role      text not null default 'member' check (role in ('member', 'lead')),
    since     timestamptz not null default now(),
    until     timestamptz check (until is null or until >= since),
    admitted_by uuid references membership.person,
    primary key (principal, person, since)
);
create unique index on membership.belonging (person, principal) where until is null;
create index on membership.belonging (principal) where until is null;

grant select on all tables in schema membership to ${app};
grant insert, update on membership.organisation, membership.organisation_trait, membership.person,
    membership.seat, membership.office, membership.belonging to ${app};
