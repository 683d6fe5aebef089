create schema desk;
grant usage on schema desk to ${app};

-- The consultation desk: who holds the Centre's duty desk today.
create function desk.staff() returns boolean
    language sql stable parallel safe
    set search_path = ''
    as $$ select membership.holds('duty_desk') $$;

-- A matter is a topic with these facts beside it; whoever reads the topic reads them.
create table desk.matter (
    topic           uuid primary key references topic.topic,
    reference       text not null unique check (reference ~ '^D-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$'),
    kind            text not null check (kind in ('REPORT', 'CONSULTATION')),
    channel         text not null check (channel in ('PLATFORM', 'PHONE', 'MAIL', 'VISIT', 'INTERNAL')),
    hidden          boolean not null,
    stage           text not null check (stage in ('FIRST', 'FOLLOW_UP', 'FINAL')),
    status          text not null check (status in
                        ('SUBMITTED', 'ACKNOWLEDGED', 'TRIAGED', 'SUPPORT_COORDINATING', 'RESPONDING', 'CONTAINED',
                         'RECOVERED', 'CLOSED', 'MERGED', 'WITHDRAWN')),
    latest          text not null default '',
    latest_at       timestamptz not null,
    system          text,
    help            boolean not null,
    opened_at       timestamptz not null,
    acknowledged_at timestamptz,
    waiting_since   timestamptz,
    closed_at       timestamptz,
    merged_into     uuid references desk.matter,
    once            uuid not null unique
);
comment on column desk.matter.once is 'chosen when the form was made: sent twice, it is one matter';
create index on desk.matter (opened_at desc);

-- Whose matter it is. With the organisation hidden, only they themselves and the Centre's desk find this row.
create table desk.reporter (
    matter       uuid primary key references desk.matter,
    organisation uuid not null,
    person       uuid,
    contact      text not null default '',
    recorded_by  uuid,
    confirmed_at timestamptz,
    confirmed_by uuid,
    check ((person is null) = (recorded_by is not null)),
    check (confirmed_at is null or recorded_by is not null)
);
create index on desk.reporter (organisation);

-- Damage facts and attack-technical facts: parts with an audience and a label of their own.
create table desk.part (
    topic  uuid primary key references topic.topic,
    matter uuid not null references desk.matter,
    side   text not null check (side in ('DAMAGE', 'TECHNICAL')),
    unique (matter, side)
);

-- What was typed into the form for each version; the text of the topic is made of it.
create table desk.telling (
    topic   uuid not null references topic.topic,
    version integer not null check (version > 0),
    body    text not null,
    answers jsonb not null default '{}',
    primary key (topic, version)
);

-- To whom it went, and who was left out by whom; known to the reporter's side and to the desk.
create table desk.recipient (
    matter       uuid not null references desk.matter,
    organisation uuid not null,
    office       uuid not null,
    reason       text not null,
    damage       boolean not null,
    technical    boolean not null,
    added_at     timestamptz not null,
    added_by     uuid not null,
    ended_at     timestamptz,
    primary key (matter, organisation)
);
create table desk.withheld (
    matter       uuid not null references desk.matter,
    organisation uuid not null,
    reason       text not null,
    at           timestamptz not null,
    primary key (matter, organisation)
);

-- The desk wants somebody else to know: the reporter is told first.
create table desk.proposal (
    id           uuid primary key default gen_random_uuid(),
    matter       uuid not null references desk.matter,
    organisation uuid not null,
    reason       text not null check (length(reason) between 1 and 2000),
    damage       boolean not null,
    technical    boolean not null,
    proposed_at  timestamptz not null,
    proposed_by  uuid not null,
    verdict      text check (verdict in ('AGREED', 'REFUSED', 'CARRIED_OUT')),
    decided_at   timestamptz,
    decided_by   uuid,
    check ((verdict is null) = (decided_at is null))
);
create index on desk.proposal (matter);

-- What happened, for everybody who reads the matter. No names of people on a matter with its organisation hidden.
create table desk.step (
    id           uuid primary key default gen_random_uuid(),
    matter       uuid not null references desk.matter,
    at           timestamptz not null,
    act          text not null check (act ~ '^[a-z_]{3,40}$'),
    person       uuid,
    organisation uuid,
    detail       text not null default ''
);
create index on desk.step (matter, at);

-- Party lists from table-top exercises, and the standing rules: who is to be told, and what of it.
create table desk.system (
    code       text primary key check (code ~ '^[a-z0-9][a-z0-9-]{1,40}$'),
    name_ja    text not null check (length(name_ja) between 1 and 100),
    name_en    text not null check (length(name_en) between 1 and 100),
    valid_to   date
);
create table desk.party (
    id           uuid primary key default gen_random_uuid(),
    trigger      text not null check (trigger in ('ALWAYS', 'MINISTRY', 'ASSOCIATION', 'SECTOR', 'CATEGORY', 'SYSTEM')),
    code         text not null default '',
    organisation uuid not null,
    damage       boolean not null,
    technical    boolean not null,
    valid_from   date not null default '2000-01-01',
    valid_to     date check (valid_to is null or valid_to >= valid_from),
    check ((trigger = 'ALWAYS') = (code = ''))
);
create unique index on desk.party (trigger, code, organisation) where valid_to is null;

-- The questions of the form: they grow with the kind, and are data.
create table desk.question (
    code     text primary key check (code ~ '^[a-z_]{2,40}$'),
    kind     text not null check (kind in ('REPORT', 'CONSULTATION')),
    side     text not null check (side in ('OUTLINE', 'DAMAGE', 'TECHNICAL')),
    form     text not null check (form in ('LINE', 'AREA', 'CHOICE')),
    label_ja text not null,
    label_en text not null,
    hint_ja  text not null default '',
    hint_en  text not null default '',
    options  jsonb not null default '[]',
    place    integer not null,
    valid_to date
);

-- The desk's own paper: one for each matter, numbered by year. Nobody outside the desk finds a row of it.
create table desk.counter (
    year integer primary key,
    last integer not null
);
create table desk.ticket (
    matter    uuid primary key references desk.matter,
    year      integer not null,
    number    integer not null check (number > 0),
    opened_at timestamptz not null,
    outcome   text not null default '',
    lessons   text not null default '',
    unique (year, number)
);

-- How the ticket stood, from when to when: the board of any moment is a question to this table.
create table desk.standing (
    matter     uuid not null references desk.ticket,
    since      timestamptz not null,
    until      timestamptz check (until is null or until >= since),
    by         uuid not null,
    status     text not null,
    priority   smallint check (priority between 1 and 4),
    impact     text not null default 'UNKNOWN' check (impact in ('UNKNOWN', 'NONE', 'POSSIBLE', 'PRESENT')),
    extent     text not null default '',
    visibility text not null default 'UNKNOWN' check (visibility in ('UNKNOWN', 'NONE', 'POSSIBLE', 'PUBLIC')),
    cause      text check (cause in ('CLOUD_OUTAGE', 'SYSTEM_OUTAGE', 'MASS_ACCESS', 'DOS', 'DEFACEMENT', 'MALWARE',
                                     'PHISHING', 'UNAUTHORISED_ACCESS', 'LEAK', 'NEAR_MISS', 'OTHER')),
    effect     text check (effect in ('SITE_VIEWING', 'SYSTEM_FAILURE', 'LEAK', 'OTHER', 'NONE')),
    severity   smallint check (severity between 0 and 4),
    team       smallint check (team between 1 and 3),
    assignee   uuid
);
create unique index on desk.standing (matter) where until is null;
create index on desk.standing (since);

-- Internal notes, decisions, calls, tasks and time spent.
create table desk.note (
    id       uuid primary key default gen_random_uuid(),
    matter   uuid not null references desk.ticket,
    at       timestamptz not null,
    by       uuid not null,
    kind     text not null check (kind in ('NOTE', 'DECISION', 'CALL', 'TASK', 'TIME')),
    body     text not null check (length(body) between 1 and 20000),
    minutes  integer check (minutes between 1 and 1440),
    due_at   timestamptz,
    done_at  timestamptz,
    done_by  uuid
);
create index on desk.note (matter, at);
