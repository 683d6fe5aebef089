create schema intel;
grant usage on schema intel to ${app};

-- A file that was imported: by whom, under which label, and on whose word it may travel further.
create table intel.bundle (
    id             uuid primary key default gen_random_uuid(),
    stix_id        text not null,
    organisation   uuid not null,
    imported_by    uuid not null,
    imported_at    timestamptz not null,
    file_name      text not null,
    sha256         text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    tlp            text not null check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    permitted_tlp  text check (permitted_tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    permitted_by   text not null default '',
    permitted_why  text not null default '',
    taken          integer not null check (taken >= 0),
    known          integer not null check (known >= 0),
    refused        integer not null check (refused >= 0),
    remarks        jsonb not null default '[]',
    addressees     uuid[] not null check (cardinality(addressees) > 0),
    check ((permitted_tlp is null) = (permitted_by = '')),
    check ((permitted_tlp is null) = (permitted_why = '')),
    unique nulls not distinct (organisation, sha256, permitted_tlp, permitted_by, permitted_why)
);
create index on intel.bundle (imported_at desc);

-- One version of a STIX object: the bytes as received; everything else is derived from them.
create table intel.object (
    id           uuid primary key,
    organisation uuid not null,
    bundle       uuid not null references intel.bundle,
    stix_id      text not null check (length(stix_id) <= 300),
    type         text not null,
    created      timestamptz,
    modified     timestamptz,
    name         text not null,
    marked       boolean not null,
    tlp          text not null check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    raw          bytea not null,
    sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content      text not null check (content ~ '^[0-9a-f]{64}$'),
    json         jsonb not null,
    remarks      jsonb not null default '[]',
    addressees   uuid[] not null check (cardinality(addressees) > 0),
    unique nulls not distinct (organisation, stix_id, modified, content)
);
comment on column intel.object.content is
    'hash over the meaning: the same for every spelling of the same JSON';
comment on column intel.object.marked is
    'whether the object states its label itself';
create unique index on intel.object (organisation, stix_id, modified) where modified is not null;
create index on intel.object (stix_id, modified desc);

-- What a bundle holds, also what was known already.
create table intel.content (
    bundle   uuid not null references intel.bundle,
    position integer not null check (position > 0),
    object   uuid not null references intel.object,
    known    boolean not null,
    primary key (bundle, position)
);
create index on intel.content (object);

-- References between objects, to be followed both ways; the ends may be objects nobody has sent yet.
create table intel.relation (
    object uuid not null references intel.object,
    source text not null check (length(source) <= 300),
    kind   text not null,
    target text not null check (length(target) <= 300)
);
create index on intel.relation (object);
create index on intel.relation (source);
create index on intel.relation (target);

-- The values indicators look for, in their canonical spelling.
create table intel.indicator (
    object       uuid not null references intel.object,
    ordinal      integer not null,
    type         text not null check (type in
                     ('domain', 'ipv4', 'ipv6', 'url', 'sha256', 'sha1', 'md5', 'email', 'file-name', 'other')),
    path         text not null,
    value        text not null,
    alone        boolean not null,
    pattern_type text not null,
    valid_from   timestamptz not null,
    valid_until  timestamptz check (valid_until > valid_from),
    confidence   smallint check (confidence between 0 and 100),
    remarks      jsonb not null default '[]',
    addressees   uuid[] not null check (cardinality(addressees) > 0),
    primary key (object, ordinal)
);
comment on column intel.indicator.alone is
    'whether this value alone fulfils the pattern; otherwise it is one condition among several';
create index on intel.indicator using hash (value);

-- What was not taken, and why: a message key with its arguments.
create table intel.refusal (
    bundle    uuid not null references intel.bundle,
    position  integer not null check (position > 0),
    stix_id   text not null,
    reason    text not null,
    arguments jsonb not null default '[]',
    primary key (bundle, position)
);

-- The wall: read by the importer's organisation and the editors' office, written by those who may import.
alter table intel.bundle enable row level security;
create policy readable on intel.bundle for select to ${app}
    using (addressees && (select membership.principals()));
create policy by_editors on intel.bundle for insert to ${app}
    with check (imported_by = (select membership.reader())
                and organisation = any ((select membership.principals())::uuid[])
                and (select membership.has_role('EDITOR', 'ADMINISTRATOR')));

alter table intel.object enable row level security;
create policy readable on intel.object for select to ${app}
    using (addressees && (select membership.principals()));
create policy by_editors on intel.object for insert to ${app}
    with check (organisation = any ((select membership.principals())::uuid[])
                and (select membership.has_role('EDITOR', 'ADMINISTRATOR')));
create policy own on intel.object for update to ${app}
    using (organisation = any ((select membership.principals())::uuid[])
           and (select membership.has_role('EDITOR', 'ADMINISTRATOR')))
    with check (organisation = any ((select membership.principals())::uuid[]));

alter table intel.indicator enable row level security;
create policy readable on intel.indicator for select to ${app}
    using (addressees && (select membership.principals()));
create policy by_editors on intel.indicator for insert to ${app}
    with check (exists (select from intel.object o where o.id = object));

-- Child rows are seen through what they belong to.
alter table intel.content enable row level security;
create policy readable on intel.content for select to ${app}
    using (exists (select from intel.bundle b where b.id = bundle));
create policy by_editors on intel.content for insert to ${app}
    with check (exists (select from intel.bundle b where b.id = bundle)
                and exists (select from intel.object o where o.id = object));

alter table intel.relation enable row level security;
create policy readable on intel.relation for select to ${app}
    using (exists (select from intel.object o where o.id = object));
create policy by_editors on intel.relation for insert to ${app}
    with check (exists (select from intel.object o where o.id = object));

alter table intel.refusal enable row level security;
create policy readable on intel.refusal for select to ${app}
    using (exists (select from intel.bundle b where b.id = bundle));
create policy by_editors on intel.refusal for insert to ${app}
    with check (exists (select from intel.bundle b where b.id = bundle));

grant select, insert on intel.bundle, intel.object, intel.content, intel.relation, intel.indicator, intel.refusal
    to ${app};
grant update (tlp) on intel.object to ${app};
