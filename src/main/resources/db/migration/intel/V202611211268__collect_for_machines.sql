-- Collections: what machines fetch and bring by TAXII. Readers and writers are principals: organisations, communities,
-- or single service accounts.
create table intel.collection (
    id          uuid primary key check (substr(id::text, 15, 1) = '4'),
    community   uuid,
    title       text not null check (length(title) between 1 and 200),
    description text not null default '' check (length(description) <= 2000),
    alias       text check (alias ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    tlp         text not null check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT')),
    readers     uuid[] not null,
    writers     uuid[] not null,
    created_at  timestamptz not null,
    created_by  uuid not null
);
comment on column intel.collection.community is 'the API root it stands in; null is the general one';
comment on column intel.collection.tlp is 'the strictest label it takes';
create unique index on intel.collection (community, alias) nulls not distinct where alias is not null;

-- Whom a source has named for what it marks TLP:AMBER+STRICT; nobody else gets it, and nobody hands it on.
create table intel.naming (
    collection uuid not null references intel.collection,
    source     uuid not null,
    named      uuid not null,
    named_at   timestamptz not null,
    named_by   uuid not null,
    primary key (collection, source, named)
);

-- The last position given out in a collection. Its row lock puts the commits of a collection in order.
create table intel.head (
    collection uuid primary key references intel.collection,
    position   bigint not null
);

-- The entries of a collection that are read under one condition: by all its readers, or by whom the keeper names.
create table intel.shelf (
    id         integer generated always as identity primary key,
    collection uuid not null references intel.collection,
    keeper     uuid,
    unique nulls not distinct (collection, keeper)
);

-- The entries of a shelf that have one STIX type and one version of STIX.
create table intel.lane (
    id    integer generated always as identity primary key,
    shelf integer not null references intel.shelf,
    spec  text not null,
    type  text not null,
    unique (shelf, spec, type)
);

-- One version of an object in a collection, as received. Its position is the microsecond at which it was added.
create table intel.entry (
    position bigint not null,
    version  bigint not null,
    shelf    integer not null,
    lane     integer not null,
    size     integer not null,
    state    smallint not null check (state between 0 and 3),
    digits   smallint not null,
    source   uuid not null,
    sha256   bytea not null,
    stix_id  text not null,
    raw      bytea not null
) with (toast_tuple_target = 8160);
alter table intel.entry alter column raw set storage external;
comment on column intel.entry.state is '0 the only version, 1 the last of several, 2 the first of several, 3 between';
comment on column intel.entry.version is 'microseconds of modified, else created, else of the addition';
comment on column intel.entry.digits is 'how many digits the fraction of the version had';
create unique index on intel.entry (shelf, state, position);
create index on intel.entry (lane, state, position);
create index on intel.entry (lane, version, position);
create unique index on intel.entry (shelf, stix_id, version);

-- What became of an envelope: how many were taken from which position on; in detail what was known and what failed.
create table intel.status (
    id           uuid primary key,
    collection   uuid not null references intel.collection,
    account      uuid not null,
    organisation uuid not null,
    at           timestamptz not null,
    total        integer not null,
    taken        integer not null,
    known        integer not null,
    failed       integer not null,
    first        bigint not null,
    detail       jsonb not null
);
create index on intel.status (collection, at desc);
create index on intel.status (at);

-- When a machine asked last, and what it has got, by the hour.
create table intel.consumer (
    account      uuid not null,
    collection   uuid not null references intel.collection,
    organisation uuid not null,
    first_at     timestamptz not null,
    last_at      timestamptz not null,
    asked        bigint not null,
    delivered    bigint not null,
    primary key (account, collection)
);
create index on intel.consumer (collection);
create table intel.delivery (
    account      uuid not null,
    collection   uuid not null references intel.collection,
    organisation uuid not null,
    hour         timestamptz not null,
    asked        bigint not null,
    delivered    bigint not null,
    first        bigint,
    last         bigint,
    primary key (account, collection, hour)
);
create index on intel.delivery (hour);

-- The wall. A function, so that the rows of an entry's policy need one array and no look at other tables.
create function intel.my_shelves() returns integer[]
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    return array(
        select s.id
          from intel.collection c
          join intel.shelf s on s.collection = c.id
         where c.readers && mine
           and (s.keeper is null or s.keeper = any (mine)
                or exists (select from intel.naming n
                            where n.collection = c.id and n.source = s.keeper and n.named = any (mine))));
end $$;

alter table intel.collection enable row level security;
create policy readable on intel.collection for select to ${app}
    using (readers && (select membership.principals()) or writers && (select membership.principals())
           or (select membership.has_role('ADMINISTRATOR')));
create policy by_administrators on intel.collection for insert to ${app}
    with check ((select membership.has_role('ADMINISTRATOR')));
create policy changed_by_administrators on intel.collection for update to ${app}
    using ((select membership.has_role('ADMINISTRATOR')))
    with check ((select membership.has_role('ADMINISTRATOR')));

alter table intel.naming enable row level security;
create policy readable on intel.naming for select to ${app}
    using (source = any ((select membership.principals())::uuid[])
           or named = any ((select membership.principals())::uuid[])
           or (select membership.has_role('ADMINISTRATOR')));
create policy by_its_source on intel.naming for insert to ${app}
    with check (source = any ((select membership.administered())::uuid[]));
create policy taken_back_by_its_source on intel.naming for delete to ${app}
    using (source = any ((select membership.administered())::uuid[]));

alter table intel.head enable row level security;

alter table intel.shelf enable row level security;
create policy readable on intel.shelf for select to ${app}
    using (id = any ((select intel.my_shelves())::integer[]));

alter table intel.lane enable row level security;
create policy readable on intel.lane for select to ${app}
    using (shelf = any ((select intel.my_shelves())::integer[]));

alter table intel.entry enable row level security;
create policy readable on intel.entry for select to ${app}
    using (shelf = any ((select intel.my_shelves())::integer[]));

alter table intel.status enable row level security;
create policy readable on intel.status for select to ${app}
    using (account = (select membership.reader()));

alter table intel.consumer enable row level security;
create policy readable on intel.consumer for select to ${app}
    using (organisation = any ((select membership.principals())::uuid[])
           or (select membership.has_role('ADMINISTRATOR')));

alter table intel.delivery enable row level security;
create policy readable on intel.delivery for select to ${app}
    using (organisation = any ((select membership.principals())::uuid[])
           or (select membership.has_role('ADMINISTRATOR')));

grant select, insert on intel.collection to ${app};
grant update (title, description, alias, tlp, readers, writers) on intel.collection to ${app};
grant select, insert, delete on intel.naming to ${app};
grant select on intel.shelf, intel.lane, intel.entry, intel.status, intel.consumer, intel.delivery to ${app};
