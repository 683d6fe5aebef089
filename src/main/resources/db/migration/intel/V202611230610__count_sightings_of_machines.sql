-- Sightings come and go as STIX objects. What a machine or a file brings counts for the organisation that tells it; what
-- goes out is a number from five organisations on, and never a name.

-- What one sighting object says of one value, in its newest version; a revoked one says nothing.
create table intel.sighting_object (
    value        uuid not null references intel.value,
    organisation uuid not null,
    stix_id      text not null,
    version      bigint not null,
    number       integer not null,
    first_at     timestamptz not null,
    last_at      timestamptz not null,
    revoked      boolean not null,
    primary key (value, organisation, stix_id)
);
-- How far the sightings of a collection were counted, and those of files that wait.
create table intel.sighted (
    collection uuid primary key references intel.collection,
    position   bigint not null
);
create table intel.sighting_waiting (
    object uuid primary key references intel.object
);
-- What we told of an indicator in a collection.
create table intel.sighting_told (
    collection uuid not null references intel.collection,
    stix_id    text not null,
    number     integer not null,
    created    timestamptz not null,
    told_at    timestamptz not null,
    primary key (collection, stix_id)
);
alter table intel.sighting_object enable row level security;
alter table intel.sighted enable row level security;
alter table intel.sighting_waiting enable row level security;
alter table intel.sighting_told enable row level security;
alter table intel.sighting alter column person drop not null;
comment on column intel.sighting.person is 'nobody when sighting objects told it';

create function intel.sighting_arrived() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.sighting_waiting (object) select a.id from added a where a.type = 'sighting';
    return null;
end $$;
create trigger sighting_arrived after insert on intel.object
    referencing new table as added for each statement execute function intel.sighting_arrived();

-- The values a sighting object means: those of its indicator that mean something alone. Where it has several, the
-- observed data must say which; otherwise none counts, for too little does less harm than too much.
create function intel.sighted_values(said jsonb) returns uuid[]
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    found uuid[] := array(select distinct s.value from intel.source s
                           where s.stix_id = said ->> 'sighting_of_ref' and s.alone);
begin
    if cardinality(found) <= 1 then
        return found;
    end if;
    return array(
        select distinct v.id
          from jsonb_array_elements_text(coalesce(said -> 'observed_data_refs', '[]')) as d(id)
          join intel.relation r on r.source = d.id and r.kind = 'object_refs'
          join intel.object o on o.stix_id = r.target
          join intel.value v on v.id = any (found)
           and (v.value = o.json ->> 'value'
                or v.value in (select lower(h.value) from jsonb_each_text(
                       case jsonb_typeof(o.json -> 'hashes') when 'object' then o.json -> 'hashes' else '{}' end) h)));
end $$;

-- Counts what one object says for whoever tells it; of values that nobody said to them it says nothing.
create function intel.count_sighting(said jsonb, teller uuid, object_id text, version_of bigint) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    value_id uuid;
    number   integer := least(greatest(coalesce((said ->> 'count')::numeric, 1), 0), 999999999)::integer;
    from_at  timestamptz := least(coalesce(said ->> 'first_seen', said ->> 'created')::timestamptz, now());
    until_at timestamptz := least(coalesce(said ->> 'last_seen', said ->> 'first_seen', said ->> 'created')::timestamptz, now());
begin
    foreach value_id in array intel.sighted_values(said) loop
        insert into intel.sighting_object as o (value, organisation, stix_id, version, number, first_at, last_at, revoked)
        values (value_id, teller, object_id, version_of, number, from_at, greatest(from_at, until_at),
                coalesce(said -> 'revoked' = 'true'::jsonb, false))
            on conflict (value, organisation, stix_id) do update
           set version = excluded.version, number = excluded.number, first_at = excluded.first_at,
               last_at = excluded.last_at, revoked = excluded.revoked
         where excluded.version > o.version;
        if not found then
            continue;
        end if;
        insert into intel.sighting as s (value, organisation, person, seen, number, first_at, last_at, told_at)
        select value_id, teller, null, sum(o.number) > 0, least(sum(o.number), 1000000000)::integer, min(o.first_at),
               max(o.last_at), now()
          from intel.sighting_object o
         where o.value = value_id and o.organisation = teller and not o.revoked
        having count(*) > 0
            on conflict (value, organisation) do update
           set person = null, seen = excluded.seen, number = excluded.number, first_at = excluded.first_at,
               last_at = excluded.last_at, told_at = excluded.told_at;
        delete from intel.sighting s
         where s.value = value_id and s.organisation = teller and s.person is null
           and not exists (select from intel.sighting_object o
                            where o.value = value_id and o.organisation = teller and not o.revoked);
    end loop;
end $$;

-- Who tells a sighting: the organisation that brought it; where the Centre brought it for somebody else, the author named
-- in it. What the platform itself wrote tells nothing anew.
create function intel.teller_of(said jsonb, brought_by uuid, own_identity text) returns uuid
    language sql stable security definer
    set search_path = ''
    as $$
    select case when said ->> 'created_by_ref' = own_identity then null
                when said ->> 'created_by_ref' ~ '^identity--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
                     and exists (select from membership.organisation o where o.id = brought_by and o.part = 'CENTRE')
                     then substr(said ->> 'created_by_ref', 11)::uuid
                else brought_by end $$;

-- Counts the sightings that have arrived since: in collections as far as the library has followed, and in files. A label
-- of TLP:AMBER+STRICT that the sender chose keeps a sighting out of every number; no label at all does not, for whoever
-- brings a sighting wants it counted. How many were read.
create function intel.count_sightings(own_identity text, at_most integer) returns bigint
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    place  record;
    it     record;
    said   jsonb;
    teller uuid;
    read   bigint := 0;
    upto   bigint;
begin
    for place in
        select d.collection, d.position as entered, coalesce(g.position, 0) as counted
          from intel.entered d left join intel.sighted g on g.collection = d.collection
         where d.position > coalesce(g.position, 0)
    loop
        upto := place.entered;
        for it in
            select x.*, f.keeper, row_number() over (order by x.position) as row
              from intel.shelf f
              join intel.lane l on l.shelf = f.id and l.type = 'sighting'
             cross join generate_series(0, 3) as w(state)
             cross join lateral (select y.position, y.source, y.raw, y.stix_id, y.version
                                   from intel.entry y
                                  where y.lane = l.id and y.state = w.state and y.position > place.counted
                                    and y.position <= place.entered
                                  order by y.position limit at_most) x
             where f.collection = place.collection
             order by x.position limit at_most
        loop
            read := read + 1;
            begin
                said := convert_from(it.raw, 'UTF8')::jsonb;
                teller := intel.teller_of(said, it.source, own_identity);
                if teller is not null
                   and (it.keeper is null or not (said ? 'object_marking_refs' or said ? 'granular_markings'))
                   and (exists (select from intel.shelf f join intel.entry e on e.shelf = f.id
                                                                           and e.stix_id = said ->> 'sighting_of_ref'
                                 where f.collection = place.collection
                                   and (f.keeper is null or f.keeper = it.source
                                        or exists (select from intel.naming n
                                                    where n.collection = f.collection and n.source = f.keeper
                                                      and n.named = it.source)))
                        or exists (select from intel.source s
                                    where s.stix_id = said ->> 'sighting_of_ref' and intel.said_to(s.value, it.source))) then
                    perform intel.count_sighting(said, teller, it.stix_id, it.version);
                end if;
            exception when data_exception or integrity_constraint_violation then
                raise warning 'a sighting says no number or time: %', it.stix_id;
            end;
            if it.row = at_most then
                upto := it.position;
            end if;
        end loop;
        insert into intel.sighted as g (collection, position) values (place.collection, upto)
            on conflict (collection) do update set position = excluded.position;
    end loop;
    for it in
        select w.object, o.json, o.organisation, o.stix_id, o.tlp,
               (extract(epoch from coalesce(o.modified, o.created)) * 1000000)::bigint as version,
               exists (select from intel.shelf f join intel.entry e on e.shelf = f.id and e.stix_id = o.stix_id) as elsewhere
          from intel.sighting_waiting w join intel.object o on o.id = w.object
         limit at_most
    loop
        read := read + 1;
        begin
            teller := intel.teller_of(it.json, it.organisation, own_identity);
            if teller is not null and not it.elsewhere and it.tlp <> 'RED' then
                perform intel.count_sighting(it.json, teller, it.stix_id, it.version);
            end if;
        exception when data_exception or integrity_constraint_violation then
            raise warning 'a sighting says no number or time: %', it.stix_id;
        end;
        delete from intel.sighting_waiting w where w.object = it.object;
    end loop;
    return read;
end $$;

-- What has to be told of indicators in collections: how many organisations saw them, from five on, by the day, when that
-- number has changed. Only where all readers of the collection see the indicator.
create function intel.sightings_to_tell(at_most integer)
    returns table (collection uuid, maker uuid, stix_id text, tlp text, number integer, first_at timestamptz,
                   last_at timestamptz, created timestamptz)
    language sql stable security definer
    set search_path = ''
    as $$
    select c.id, c.created_by, s.stix_id, s.tlp, t.number, t.first_at, t.last_at, p.created
      from (select x.value, count(*)::integer as number, date_trunc('day', min(x.first_at)) as first_at,
                   date_trunc('day', max(x.last_at)) as last_at
              from intel.sighting x where x.seen group by x.value having count(*) >= 5) t
      join (select o.value, o.stix_id, max(o.tlp) as tlp
              from intel.source o
             where o.alone and o.withdrawn_at is null and o.tlp in ('CLEAR', 'GREEN', 'AMBER')
               and 1 = (select count(*) from intel.source n where n.keeper = o.keeper and n.stix_id = o.stix_id)
             group by o.value, o.stix_id having count(distinct o.tlp) = 1) s on s.value = t.value
      join intel.shelf f on f.keeper is null
       and exists (select from intel.entry e where e.shelf = f.id and e.stix_id = s.stix_id and e.state < 4)
      join intel.collection c on c.id = f.collection
      left join intel.sighting_told p on p.collection = c.id and p.stix_id = s.stix_id
     where p.number is distinct from t.number
     order by c.id, s.stix_id
     limit at_most $$;

create function intel.note_sighting_told(
    collection_id uuid, object_id text, number_of integer, created_at timestamptz, moment timestamptz) returns void
    language sql security definer
    set search_path = ''
    as $$
    insert into intel.sighting_told (collection, stix_id, number, created, told_at)
    values (collection_id, object_id, number_of, created_at, moment)
        on conflict (collection, stix_id) do update set number = excluded.number, told_at = excluded.told_at $$;

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
revoke execute on function intel.sighting_arrived() from ${app};
revoke execute on function intel.sighted_values(jsonb) from ${app};
revoke execute on function intel.count_sighting(jsonb, uuid, text, bigint) from ${app};
revoke execute on function intel.teller_of(jsonb, uuid, text) from ${app};
