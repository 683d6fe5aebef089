-- What a machine brings counts for the organisation that brought it, whoever is named in it: an author that somebody else
-- wrote down is a claim, and one sender could name as many as it likes. A file that the Centre took in still counts for its
-- author, who is never one of our own organisations. What goes out counts organisations that take part, and no others.
create or replace function intel.teller_of(said jsonb, brought_by uuid, own_identity text) returns uuid
    language sql stable security definer
    set search_path = ''
    as $$
    select case when said ->> 'created_by_ref' = own_identity then null
                when said ->> 'created_by_ref' ~ '^identity--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
                     and exists (select from membership.organisation o where o.id = brought_by and o.part = 'CENTRE')
                     and not exists (select from membership.organisation o
                                      where o.id::text = substr(said ->> 'created_by_ref', 11))
                then substr(said ->> 'created_by_ref', 11)::uuid
                else brought_by end $$;

-- A machine's count never takes the place of what a person said.
create or replace function intel.count_sighting(said jsonb, teller uuid, object_id text, version_of bigint) returns void
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
               last_at = excluded.last_at, told_at = excluded.told_at
         where s.person is null;
        delete from intel.sighting s
         where s.value = value_id and s.organisation = teller and s.person is null
           and not exists (select from intel.sighting_object o
                            where o.value = value_id and o.organisation = teller and not o.revoked);
    end loop;
end $$;

-- In files too, TLP:AMBER+STRICT that the sender wrote keeps a sighting out of every number.
create or replace function intel.count_sightings(own_identity text, at_most integer) returns bigint
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
                teller := case when said ->> 'created_by_ref' = own_identity then null else it.source end;
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
        select w.object, o.json, o.organisation, o.bringer, o.stix_id, o.tlp,
               (extract(epoch from coalesce(o.modified, o.created)) * 1000000)::bigint as version,
               exists (select from intel.shelf f join intel.entry e on e.shelf = f.id and e.stix_id = o.stix_id) as elsewhere
          from intel.sighting_waiting w join intel.object o on o.id = w.object
         limit at_most
    loop
        read := read + 1;
        begin
            teller := intel.teller_of(it.json, it.organisation, own_identity);
            if teller is not null and it.bringer is null and not it.elsewhere and it.tlp <> 'RED'
               and (it.tlp <> 'AMBER_STRICT' or not (it.json ? 'object_marking_refs' or it.json ? 'granular_markings')) then
                perform intel.count_sighting(it.json, teller, it.stix_id, it.version);
            end if;
        exception when data_exception or integrity_constraint_violation then
            raise warning 'a sighting says no number or time: %', it.stix_id;
        end;
        delete from intel.sighting_waiting w where w.object = it.object;
    end loop;
    return read;
end $$;

create or replace function intel.sightings_to_tell(at_most integer)
    returns table (collection uuid, maker uuid, stix_id text, tlp text, number integer, first_at timestamptz,
                   last_at timestamptz, created timestamptz)
    language sql stable security definer
    set search_path = ''
    as $$
    select c.id, c.created_by, s.stix_id, s.tlp, t.number, t.first_at, t.last_at, p.created
      from (select x.value, count(*)::integer as number, date_trunc('day', min(x.first_at)) as first_at,
                   date_trunc('day', max(x.last_at)) as last_at
              from intel.sighting x
              join membership.organisation m on m.id = x.organisation and m.status = 'active'
             where x.seen group by x.value having count(*) >= 5) t
      join (select o.value, o.stix_id, max(o.tlp) as tlp
              from intel.source o
             where o.alone and o.withdrawn_at is null and o.tlp in ('CLEAR', 'GREEN', 'AMBER')
               and 1 = (select count(distinct n.value) from intel.source n
                      where n.keeper = o.keeper and n.stix_id = o.stix_id)
             group by o.value, o.stix_id having count(distinct o.tlp) = 1) s on s.value = t.value
      join intel.shelf f on f.keeper is null
       and exists (select from intel.entry e where e.shelf = f.id and e.stix_id = s.stix_id and e.state < 4)
      join intel.collection c on c.id = f.collection
      left join intel.sighting_told p on p.collection = c.id and p.stix_id = s.stix_id
     where p.number is distinct from t.number
     order by c.id, s.stix_id
     limit at_most $$;
