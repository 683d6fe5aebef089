-- One row for each value in its canonical spelling, whoever speaks of it. It tells nothing by itself: whether a reader
-- sees it, and how sure it is, comes only from what they may read below.
create table intel.value (
    id      uuid primary key default gen_random_uuid(),
    type    text not null check (type in
                ('domain', 'ipv4', 'ipv6', 'url', 'sha256', 'sha1', 'md5', 'email', 'file-name', 'other')),
    value   text not null,
    key     bytea not null unique,
    network cidr
);
comment on column intel.value.key is 'hash of type and value: values are too long to be indexed whole';
create index on intel.value using hash (value);
create index on intel.value using gin (value gin_trgm_ops);
create index on intel.value using gist (network inet_ops) where network is not null;

-- What a source in the library says of a value: the newest version of one STIX indicator in one keeping.
create table intel.source (
    id            uuid primary key default gen_random_uuid(),
    value         uuid not null references intel.value,
    object        uuid not null references intel.object,
    stix_id       text not null,
    keeper        uuid not null,
    organisation  uuid not null,
    alone         boolean not null,
    confidence    smallint,
    tlp           text not null check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    version       timestamptz not null,
    first_at      timestamptz not null,
    last_at       timestamptz not null,
    valid_from    timestamptz not null,
    valid_until   timestamptz,
    withdrawn_at  timestamptz,
    withdrawn_how text check (withdrawn_how in ('revoked', 'superseded', 'person')),
    withdrawn_why text not null default '' check (length(withdrawn_why) <= 1000),
    addressees    uuid[] not null check (cardinality(addressees) > 0),
    check ((withdrawn_at is null) = (withdrawn_how is null)),
    unique (value, keeper, stix_id)
);
create index on intel.source (object);
create index on intel.source (keeper, stix_id);
create index on intel.source (last_at desc);

-- What a topic says of a value. Its label, its organisation and its readers are those of the topic, at every moment.
create table intel.citation (
    topic         uuid not null references topic.topic,
    value         uuid not null references intel.value,
    role          text not null default '' check (length(role) <= 200),
    confidence    smallint check (confidence between 0 and 100),
    first_at      timestamptz not null,
    last_at       timestamptz not null,
    withdrawn_at  timestamptz,
    withdrawn_how text check (withdrawn_how in ('dropped', 'person')),
    withdrawn_why text not null default '' check (length(withdrawn_why) <= 1000),
    check ((withdrawn_at is null) = (withdrawn_how is null)),
    primary key (topic, value)
);
create index on intel.citation (value);
create index on intel.citation (last_at desc);

-- Whether an organisation has seen a value on its own side.
create table intel.sighting (
    value        uuid not null references intel.value,
    organisation uuid not null,
    person       uuid not null,
    seen         boolean not null,
    number       integer not null default 1 check (number between 0 and 1000000000),
    first_at     timestamptz not null,
    last_at      timestamptz not null,
    told_at      timestamptz not null,
    check (last_at >= first_at),
    primary key (value, organisation)
);

create function intel.key_of(type_of text, value_of text) returns bytea
    language sql stable parallel safe
    set search_path = ''
    as $$ select sha256(convert_to(type_of || ' ' || value_of, 'UTF8')) $$;

-- The ids of values, known or new. An id tells nothing of who else speaks of the value.
create function intel.name_values(types text[], texts text[]) returns table (place integer, id uuid)
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.value (type, value, key, network)
    select n.type, n.value, n.key, case when n.type in ('ipv4', 'ipv6') and n.value ~ '^[0-9a-f.:/]+$' then n.value::cidr end
      from (select distinct on (k.key) t.type, t.value, k.key
              from unnest(types, texts) as t(type, value)
             cross join lateral (select intel.key_of(t.type, t.value) as key) k
             order by k.key) n
        on conflict (key) do nothing;
    return query
    select t.place::integer, v.id
      from unnest(types, texts) with ordinality as t(type, value, place)
      join intel.value v on v.key = intel.key_of(t.type, t.value);
end $$;

-- Gathers what versions of indicators in the library say. The newest version in one keeping counts.
create function intel.gather(objects uuid[]) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    perform from intel.name_values(
        array(select i.type from intel.indicator i where i.object = any (objects) order by i.object, i.ordinal),
        array(select i.value from intel.indicator i where i.object = any (objects) order by i.object, i.ordinal));
    insert into intel.source as s (value, object, stix_id, keeper, organisation, alone, confidence, tlp, version,
                                   first_at, last_at, valid_from, valid_until, withdrawn_at, withdrawn_how, addressees)
    select distinct on (v.id, o.keeper, o.stix_id)
           v.id, o.id, o.stix_id, o.keeper, o.organisation, i.alone, i.confidence, o.tlp, d.version,
           least(coalesce(o.created, d.version), now()), least(d.version, now()), i.valid_from, i.valid_until,
           case when w.how is not null then least(d.version, now()) end, w.how, o.addressees
      from intel.indicator i
      join intel.object o on o.id = i.object
      join intel.value v on v.key = intel.key_of(i.type, i.value)
     cross join lateral (select coalesce(o.modified, o.created, now()) as version) d
     cross join lateral (select case when o.json -> 'revoked' = 'true'::jsonb then 'revoked'
                                     when exists (select from intel.object n
                                                   where n.keeper = o.keeper and n.stix_id = o.stix_id
                                                     and n.modified > d.version) then 'superseded' end as how) w
     where i.object = any (objects)
     order by v.id, o.keeper, o.stix_id, d.version desc
        on conflict (value, keeper, stix_id) do update
       set object = excluded.object, alone = excluded.alone, confidence = excluded.confidence, tlp = excluded.tlp,
           version = excluded.version, last_at = excluded.last_at, valid_from = excluded.valid_from,
           valid_until = excluded.valid_until, withdrawn_at = excluded.withdrawn_at,
           withdrawn_how = excluded.withdrawn_how, withdrawn_why = '', addressees = excluded.addressees
     where excluded.version > s.version;
end $$;

create function intel.gather_added() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    perform intel.gather(array(select distinct object from added));
    return null;
end $$;
create trigger gather_added after insert on intel.indicator
    referencing new table as added for each statement execute function intel.gather_added();

-- A newer version takes the place of what was said before; what it says again is gathered with its values.
create function intel.supersede() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    update intel.source s
       set withdrawn_at = least(n.modified, now()), withdrawn_how = 'superseded', withdrawn_why = ''
      from (select keeper, stix_id, max(modified) as modified from added where type = 'indicator' group by 1, 2) n
     where s.keeper = n.keeper and s.stix_id = n.stix_id and s.version < n.modified and s.withdrawn_at is null;
    return null;
end $$;
create trigger supersede after insert on intel.object
    referencing new table as added for each statement execute function intel.supersede();

-- A label that is permitted later holds for what the object says, too.
create function intel.relabel_sources() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    update intel.source s set tlp = c.tlp from changed c where s.object = c.id and s.tlp <> c.tlp;
    return null;
end $$;
create trigger relabel_sources after update on intel.object
    referencing new table as changed for each statement execute function intel.relabel_sources();

-- The wall.
alter table intel.source enable row level security;
create policy readable on intel.source for select to ${app}
    using (addressees && (select membership.principals()));
create policy withdrawn_by_keepers on intel.source for update to ${app}
    using (keeper = any ((select membership.principals())::uuid[])
           and (select membership.has_role('EDITOR', 'ADMINISTRATOR')))
    with check (keeper = any ((select membership.principals())::uuid[]));

alter table intel.citation enable row level security;
create policy readable on intel.citation for select to ${app}
    using (exists (select from topic.topic t where t.id = topic and (t.state = 'published' or topic.source(t.id))));
create policy by_source on intel.citation for insert to ${app} with check (topic.source(topic));
create policy changed_by_source on intel.citation for update to ${app}
    using (topic.source(topic)) with check (topic.source(topic));

alter table intel.value enable row level security;

alter table intel.sighting enable row level security;
create policy own on intel.sighting to ${app}
    using (organisation = any ((select membership.principals())::uuid[]))
    with check (organisation = any ((select membership.principals())::uuid[])
                and person = (select membership.reader()));

grant select on intel.source to ${app};
grant update (withdrawn_at, withdrawn_how, withdrawn_why) on intel.source to ${app};
grant select, insert on intel.citation to ${app};
grant update (role, confidence, last_at, withdrawn_at, withdrawn_how, withdrawn_why) on intel.citation to ${app};
grant select, insert, update on intel.sighting to ${app};

-- All that is said of values, as far as the reader may read it.
create view intel.said with (security_invoker = true) as
select s.value, s.id, s.object, null::uuid as topic, o.name as title, s.organisation, s.tlp, s.confidence, s.alone,
       '' as role, s.first_at, s.last_at, s.valid_from, s.valid_until, s.withdrawn_at, s.withdrawn_how, s.withdrawn_why
  from intel.source s
  join intel.object o on o.id = s.object
 union all
select c.value, c.topic, null, c.topic, t.title, t.organisation, t.tlp, c.confidence, true, c.role, c.first_at,
       c.last_at, c.first_at, null, coalesce(c.withdrawn_at, case when t.state <> 'published' then t.revised_at end),
       coalesce(c.withdrawn_how, case when t.state <> 'published' then 'dropped' end), c.withdrawn_why
  from intel.citation c
  join topic.topic t on t.id = c.topic;
grant select on intel.said to ${app};

-- The words of values, as far as the reader may read something that is said of them.
create function intel.words_of(ids uuid[]) returns table (id uuid, type text, value text)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    return query
    select v.id, v.type, v.value
      from intel.value v
     where v.id = any (ids)
       and (exists (select from intel.source s where s.value = v.id and s.addressees && mine)
            or exists (select from intel.citation c join topic.topic t on t.id = c.topic
                        where c.value = v.id and t.addressees && mine
                          and (t.state = 'published' or topic.source(t.id))));
end $$;

-- Finds values by their whole text, a part of it, or their network. The wall's condition stands inside the query, so
-- that the indexes serve it; the newest additions stand for everything when nothing is asked.
create function intel.find_values(texts text[], partial text, around inet, types text[], start integer, at_most integer)
    returns table (id uuid)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    return query
    select f.id
      from (select v.id, v.type, v.value from intel.value v where v.value = any (texts)
             union
            select v.id, v.type, v.value from intel.value v where partial is not null and v.value ilike partial
             union
            select v.id, v.type, v.value from intel.value v
             where around is not null and (v.network <<= around or v.network >>= around)) f
     where (types is null or f.type = any (types))
       and (exists (select from intel.source s where s.value = f.id and s.addressees && mine)
            or exists (select from intel.citation c join topic.topic t on t.id = c.topic
                        where c.value = f.id and t.addressees && mine and t.state = 'published'))
     order by f.type, f.value, f.id
    offset start limit at_most;
end $$;

create function intel.newest_values(at_most integer) returns table (id uuid)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    return query
    select n.value
      from ((select s.value, s.last_at
               from (select * from intel.source order by last_at desc limit 5000) s
              where s.addressees && mine)
            union all
            (select c.value, c.last_at
               from (select * from intel.citation order by last_at desc limit 5000) c
               join topic.topic t on t.id = c.topic and t.addressees && mine and t.state = 'published')) n
     group by n.value
     order by max(n.last_at) desc, n.value
     limit at_most;
end $$;

-- How many organisations have seen values that the reader may read: exactly for the Centre; for the values' sources, and
-- beyond four for everybody, without a name and never a number under five.
create function intel.tally_sightings(ids uuid[])
    returns table (value uuid, seen bigint, unseen bigint, few boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine   uuid[] := membership.principals();
    centre boolean := membership.at_centre();
begin
    return query
    select g.value, case when centre or g.seen >= 5 then g.seen else 0 end,
           case when centre or g.unseen >= 5 then g.unseen else 0 end,
           not centre and g.ours and g.seen between 1 and 4
      from (select x.value, count(*) filter (where x.seen) as seen, count(*) filter (where not x.seen) as unseen,
                   exists (select from intel.source s where s.value = x.value and s.keeper = any (mine))
                   or exists (select from intel.citation c where c.value = x.value and topic.source(c.topic)) as ours
              from intel.sighting x
             where x.value = any (ids)
               and (exists (select from intel.source s where s.value = x.value and s.addressees && mine)
                    or exists (select from intel.citation c join topic.topic t on t.id = c.topic
                                where c.value = x.value and t.addressees && mine))
             group by x.value) g
     where centre or g.ours or g.seen >= 5 or g.unseen >= 5;
end $$;

-- Whether the reader's own side says something of a value that it can take back, or has taken back.
create function intel.own_words(value_id uuid, keeper_id uuid) returns table (says boolean, took boolean)
    language sql stable
    set search_path = ''
    as $$
    select coalesce(bool_or(o.how is null), false), coalesce(bool_or(o.how = 'person'), false)
      from (select s.withdrawn_how as how from intel.source s
             where s.value = value_id and s.keeper = keeper_id
               and membership.has_role('EDITOR', 'ADMINISTRATOR')
             union all
            select c.withdrawn_how from intel.citation c where c.value = value_id and topic.source(c.topic)) o $$;

select intel.gather(array(select distinct object from intel.indicator));

do $$
declare
    door regprocedure;
begin
    for door in
        select p.oid
          from pg_catalog.pg_proc p
          join pg_catalog.pg_namespace n on n.oid = p.pronamespace
         where n.nspname = 'intel' and p.proacl is null
    loop
        execute format('revoke execute on function %s from public', door);
        execute format('grant execute on function %s to %I', door, '${app}');
    end loop;
end $$;
revoke execute on function intel.gather(uuid[]) from ${app};
revoke execute on function intel.gather_added() from ${app};
revoke execute on function intel.supersede() from ${app};
revoke execute on function intel.relabel_sources() from ${app};
