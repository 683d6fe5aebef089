create schema topic;
grant usage on schema topic to ${app};

-- What people share. Who may read it is the set of its addressees; nothing else decides.
create table topic.topic (
    id               uuid primary key default gen_random_uuid(),
    kind             text not null check (kind in ('POST', 'QUESTION', 'BULLETIN')),
    information_kind text not null check (information_kind in
                         ('VULNERABILITY', 'ATTACK_FORESIGHT', 'MALWARE', 'ADVISORY', 'OBSERVATION_ANALYSIS',
                          'INCIDENT', 'EVENT_SCHEDULE', 'EMERGENCY', 'OTHER')),
    parent           uuid references topic.topic,
    author           uuid,
    organisation     uuid,
    hidden           boolean not null default false,
    tlp              text not null check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    confidentiality  smallint not null check (confidentiality in (1, 2)),
    importance       text check (importance in ('IMPORTANT', 'INFO')),
    state            text not null default 'published' check (state in ('published', 'withdrawn')),
    withdrawal       text,
    version          integer not null default 1 check (version > 0),
    title            text not null check (length(title) between 1 and 200),
    accepted         uuid,
    published_at     timestamptz not null,
    revised_at       timestamptz not null,
    addressees       uuid[] not null default '{}',
    check (hidden = (author is null)),
    check (hidden = (organisation is null)),
    check ((state = 'withdrawn') = (withdrawal is not null)),
    check (parent <> id)
);
create index on topic.topic (parent) where parent is not null;
create index on topic.topic (author, revised_at desc);

-- The same set, for lists; only published topics have rows here.
create table topic.addressee (
    topic      uuid not null references topic.topic,
    principal  uuid not null,
    kind       text not null,
    revised_at timestamptz not null,
    primary key (topic, principal)
);
create index on topic.addressee (principal, revised_at desc) include (topic);
create index on topic.addressee (principal, kind, revised_at desc) include (topic);

-- To whom the source addressed it, as they chose it: what the source sees and may narrow or widen.
create table topic.audience (
    topic     uuid not null references topic.topic,
    principal uuid not null,
    primary key (topic, principal)
);

-- Who really wrote what stands there with its organisation hidden. Opened by the custodians alone.
create table topic.concealed (
    document     uuid primary key,
    topic        uuid not null references topic.topic,
    person       uuid not null,
    organisation uuid not null
);

create table topic.version (
    topic        uuid not null references topic.topic,
    number       integer not null check (number > 0),
    at           timestamptz not null,
    by           uuid,
    note_pro     text not null default '',
    note_general text not null default '',
    primary key (topic, number)
);

create table topic.text (
    topic   uuid not null,
    version integer not null,
    level   text not null check (level in ('ALL', 'PRO', 'GENERAL')),
    title   text not null check (length(title) between 1 and 200),
    body    text not null check (length(body) <= 200000),
    primary key (topic, version, level),
    foreign key (topic, version) references topic.version
);

create table topic.comment (
    id           uuid primary key default gen_random_uuid(),
    topic        uuid not null references topic.topic,
    author       uuid,
    organisation uuid,
    hidden       boolean not null default false,
    body         text not null check (length(body) between 1 and 20000),
    quotes       uuid,
    at           timestamptz not null,
    edited_at    timestamptz,
    removed_at   timestamptz,
    removed_by   uuid,
    unique (topic, id),
    foreign key (topic, quotes) references topic.comment (topic, id),
    check (hidden = (author is null))
);
create index on topic.comment (topic, at);
create index on topic.comment (author, at desc);
alter table topic.topic add foreign key (id, accepted) references topic.comment (topic, id);

create table topic.comment_edit (
    comment uuid not null references topic.comment,
    at      timestamptz not null,
    body    text not null,
    primary key (comment, at)
);

create table topic.mention (
    topic    uuid not null references topic.topic,
    document uuid not null,
    person   uuid not null,
    at       timestamptz not null,
    primary key (document, person)
);
create index on topic.mention (person, at desc);

-- Reactions: counted for everyone, with names for nobody.
create table topic.reaction (
    topic    uuid not null references topic.topic,
    document uuid not null,
    person   uuid not null,
    kind     text not null check (kind in ('useful', 'me_too', 'not_us')),
    at       timestamptz not null default now(),
    primary key (document, person, kind)
);
create unique index on topic.reaction (document, person) where kind in ('me_too', 'not_us');

create table topic.follow (
    topic  uuid not null references topic.topic,
    person uuid not null,
    mode   text not null check (mode in ('all', 'mentions', 'muted')),
    primary key (topic, person)
);

-- Seen is per version and person; confirmed is a separate act.
create table topic.reading (
    topic        uuid not null references topic.topic,
    version      integer not null,
    person       uuid not null,
    organisation uuid not null,
    level        text not null check (level in ('ALL', 'PRO', 'GENERAL')),
    first_at     timestamptz not null,
    last_at      timestamptz not null,
    confirmed_at timestamptz,
    primary key (topic, person, version)
);
create index on topic.reading (person, topic);
create index on topic.reading (organisation, topic);

-- Each view is a record; every published figure is counted from these.
create table topic.view (
    topic        uuid not null references topic.topic,
    version      integer not null,
    level        text not null check (level in ('ALL', 'PRO', 'GENERAL')),
    person       uuid not null,
    organisation uuid not null,
    at           timestamptz not null
);
create index on topic.view using brin (at);
create index on topic.view (topic, at);

create table topic.file (
    id         uuid primary key default gen_random_uuid(),
    topic      uuid not null references topic.topic,
    comment    uuid,
    name       text not null check (length(name) between 1 and 200),
    media_type text not null,
    size       bigint not null check (size > 0),
    sha256     bytea not null,
    storage    uuid not null unique,
    nonce      bytea not null,
    level      text not null default 'ALL' check (level in ('ALL', 'PRO', 'GENERAL')),
    at         timestamptz not null,
    removed_at timestamptz,
    foreign key (topic, comment) references topic.comment (topic, id)
);
create index on topic.file (topic);

-- What somebody has begun to write; only they see it.
create table topic.draft (
    id       uuid primary key default gen_random_uuid(),
    person   uuid not null,
    form     text not null check (form ~ '^[a-z-]{1,40}$'),
    subject  uuid,
    fields   jsonb not null,
    saved_at timestamptz not null default now()
);
create unique index on topic.draft (person, form, coalesce(subject, '00000000-0000-0000-0000-000000000000'));

-- Slim rows for search: one for each topic and one for each comment.
create table topic.words (
    document         uuid primary key,
    topic            uuid not null references topic.topic,
    kind             text not null,
    information_kind text not null,
    tlp              text not null,
    words            tsvector not null,
    plain            text not null,
    revised_at       timestamptz not null,
    addressees       uuid[] not null default '{}'
);
create index on topic.words using gin (words, addressees);
create index on topic.words using gin (plain gin_trgm_ops);
create index on topic.words (topic);
