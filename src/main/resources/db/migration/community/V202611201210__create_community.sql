create schema community;
grant usage on schema community to ${app};

-- A circle of trust. Its id is a principal; the seats are rows of membership.belonging.
create table community.community (
    id             uuid primary key default gen_random_uuid(),
    code           text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,40}$'),
    name           text not null check (length(name) between 1 and 100),
    name_en        text not null check (length(name_en) between 1 and 100),
    kind           text not null check (kind in ('open', 'invited')),
    charter_ja     text not null default '',
    charter_en     text not null default '',
    tlp_meaning_ja text not null,
    tlp_meaning_en text not null,
    colour         smallint not null default 1 check (colour between 1 and 6),
    everyone_taking_part boolean not null default false,
    created_at     timestamptz not null default now(),
    closed_at      timestamptz
);
comment on column community.community.everyone_taking_part is
    'the community of all participating organisations: people join it with their first seat';
create unique index on community.community (everyone_taking_part) where everyone_taking_part;

create table community.request (
    community  uuid not null references community.community,
    person     uuid not null,
    reason     text not null default '',
    asked_at   timestamptz not null default now(),
    decided_at timestamptz,
    decided_by uuid,
    admitted   boolean,
    primary key (community, person, asked_at)
);

alter table community.request enable row level security;
create policy own_or_lead on community.request to ${app}
    using (person = membership.reader()
           or exists (select from membership.belonging b
                       where b.principal = community and b.person = membership.reader()
                         and b.role = 'lead' and b.until is null))
    with check (true);

grant select, insert, update on community.community, community.request to ${app};
