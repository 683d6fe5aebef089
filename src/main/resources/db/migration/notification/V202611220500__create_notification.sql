create schema notification;
grant usage on schema notification to ${app};

-- Something happened that somebody may have to hear of. Written in the transaction of the act; ids and facts, no content.
create table notification.happening (
    id        uuid primary key default gen_random_uuid(),
    number    bigint generated always as identity,
    what      text not null check (what ~ '^[A-Z_]{3,40}$'),
    topic     uuid references topic.topic,
    subject   uuid,
    person    uuid references membership.person,
    version   integer,
    step      text not null default '',
    at        timestamptz not null,
    spread_at timestamptz,
    tries     integer not null default 0,
    next_at   timestamptz not null default '-infinity'
);
create index on notification.happening (number) where spread_at is null;

-- What one person is told of it, and why.
create table notification.item (
    id        uuid primary key default gen_random_uuid(),
    happening uuid not null references notification.happening,
    person    uuid not null references membership.person,
    what      text not null,
    topic     uuid references topic.topic,
    subject   uuid,
    version   integer,
    step      text not null default '',
    why       text not null check (why in
                  ('MENTION', 'QUOTED', 'AUTHOR', 'PARTICIPANT', 'FOLLOWING', 'PERSON', 'WINDOW', 'OFFICE',
                   'ORGANISATION', 'COMMUNITY', 'EVERYONE', 'DUTY', 'LEAD', 'SELF')),
    circle    uuid,
    -- What must be told cannot be switched off; what is direct concerns this person; the rest can wait for the digest.
    weight    text not null check (weight in ('must', 'direct', 'usual')),
    at        timestamptz not null,
    seen_at   timestamptz,
    digest    uuid,
    unique (happening, person)
);
create index on notification.item (person, at desc);
create index on notification.item (person) where seen_at is null;

-- How a person wants to be told. Whoever never chose has no row until something is to be told.
create table notification.setting (
    person      uuid primary key references membership.person,
    mail        text not null default 'direct' check (mail in ('all', 'direct', 'must')),
    digest      boolean not null default true,
    digest_hour smallint not null default 8 check (digest_hour between 0 and 23),
    zone        text not null check (length(zone) between 1 and 60),
    quiet_from  smallint check (quiet_from between 0 and 23),
    quiet_until smallint check (quiet_until between 0 and 23),
    digest_next timestamptz not null,
    -- Names the person to the one-click address in their mails, and to nothing else.
    stop        uuid not null unique default gen_random_uuid(),
    check ((quiet_from is null) = (quiet_until is null)),
    check (quiet_from <> quiet_until)
);
create index on notification.setting (digest_next) where digest;

-- One message to one person. Its id is its Message-ID, whatever happens to it; what it says is written when it leaves.
create table notification.mail (
    id         uuid primary key default gen_random_uuid(),
    person     uuid not null references membership.person,
    item       uuid unique references notification.item,
    digest_day date,
    state      text not null default 'waiting'
                   check (state in ('waiting', 'leaving', 'sent', 'kept', 'dropped', 'refused', 'given_up')),
    weight     text not null check (weight in ('must', 'direct', 'usual')),
    made_at    timestamptz not null,
    next_at    timestamptz not null,
    tries      integer not null default 0,
    -- How often it left again because nobody knows whether the server had taken it: the one declared gap.
    again      integer not null default 0,
    done_at    timestamptz,
    tlp        text,
    reply      text not null default '',
    unique (person, digest_day),
    check ((item is null) = (digest_day is not null)),
    check ((done_at is null) = (state in ('waiting', 'leaving')))
);
create index on notification.mail (next_at) where state = 'waiting';
create index on notification.mail (made_at desc);
create index on notification.mail (done_at desc) where state in ('refused', 'given_up');

-- What a message said, only where no mail server takes it: the outbox of a demonstration.
create table notification.letter (
    mail    uuid primary key references notification.mail,
    subject text not null,
    body    text not null
);

alter table notification.happening enable row level security;
create policy written on notification.happening for insert to ${app} with check (spread_at is null);

alter table notification.item enable row level security;
create policy own on notification.item for select to ${app} using (person = (select membership.reader()));
create policy own_seen on notification.item for update to ${app}
    using (person = (select membership.reader())) with check (person = (select membership.reader()));

alter table notification.setting enable row level security;
create policy own on notification.setting for select to ${app} using (person = (select membership.reader()));
create policy own_written on notification.setting for insert to ${app}
    with check (person = (select membership.reader()));
create policy own_changed on notification.setting for update to ${app}
    using (person = (select membership.reader())) with check (person = (select membership.reader()));

alter table notification.mail enable row level security;
create policy watched on notification.mail for select to ${app}
    using ((select membership.has_role('ADMINISTRATOR')) or (select membership.holds('duty_desk')));

alter table notification.letter enable row level security;
create policy administered on notification.letter for select to ${app}
    using ((select membership.has_role('ADMINISTRATOR')));

grant insert (what, topic, subject, person, version, step, at) on notification.happening to ${app};
grant select on notification.item, notification.mail, notification.letter to ${app};
grant update (seen_at) on notification.item to ${app};
grant select (person, mail, digest, digest_hour, zone, quiet_from, quiet_until, digest_next, stop)
    on notification.setting to ${app};
grant insert (person, mail, digest, digest_hour, zone, quiet_from, quiet_until, digest_next)
    on notification.setting to ${app};
grant update (mail, digest, digest_hour, zone, quiet_from, quiet_until, digest_next) on notification.setting to ${app};
