-- What stands in a collection is said to its readers: they find the value, look it up, count sightings of it and load it in
-- lists, without reading the object in the library. The words themselves stay where they were.
create index on intel.source (stix_id);

-- To whom collections say what a source says: to all readers of a collection in which that very version stands, and
-- TLP:AMBER+STRICT to the organisation that brought it and those it named. TLP:RED to nobody, TLP:AMBER to no provider. What
-- this platform makes of bulletins is said by the bulletins.
create function intel.told_by_collections(s intel.source) returns uuid[]
    language sql stable security definer
    set search_path = ''
    as $$
    select coalesce(array_agg(distinct r.id), '{}')
      from intel.object o
      join intel.shelf f on true
      join intel.entry e on e.shelf = f.id and e.stix_id = s.stix_id
                        and (e.state < 4 or s.withdrawn_at is not null)
                        and e.sha256 = decode(o.sha256, 'hex') and (s.bringer is null or e.source = s.bringer)
      join intel.collection c on c.id = f.collection
     cross join lateral unnest(case when f.keeper is null then c.readers
                                    else array(select k.id
                                                 from (select f.keeper as id
                                                        union select n.named from intel.naming n
                                                               where n.collection = c.id and n.source = f.keeper) k
                                                where c.readers && array[k.id, membership.everyone()]) end) as r(id)
     where o.id = s.object and s.tlp <> 'RED' and (f.keeper is null) = (s.tlp <> 'AMBER_STRICT')
       and not exists (select from intel.cited k where k.stix_id = s.stix_id)
       and not (s.tlp = 'AMBER' and exists (select from membership.organisation p
                                             where p.id = r.id and p.part = 'CTI_PROVIDER')) $$;

-- Follows for these objects: what was said is said no longer where it does not stand any more.
create function intel.spread(ids text[]) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    update intel.source s set addressees = n.addressees
      from (select x.id,
                   array(select distinct a from unnest(o.addressees || intel.told_by_collections(x)) a order by a) as addressees
              from intel.source x join intel.object o on o.id = x.object
             where x.stix_id = any (ids) and x.tlp <> 'RED') n
     where s.id = n.id and not (s.addressees <@ n.addressees and n.addressees <@ s.addressees);
end $$;

-- What was added to a collection behind a position, and up to another.
create function intel.spread_added(collection_id uuid, after bigint, upto bigint) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    perform intel.spread(array(
        select distinct e.stix_id
          from intel.shelf f
         cross join generate_series(0, 3) as w(state)
          join intel.entry e on e.shelf = f.id and e.state = w.state and e.position > after and e.position <= upto
         where f.collection = collection_id and e.stix_id like 'indicator--%'
           and exists (select from intel.source s where s.stix_id = e.stix_id)));
end $$;

create function intel.spread_for_readers() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    perform intel.spread_added(new.id, -1, 9223372036854775807);
    return null;
end $$;
create trigger spread_for_readers after update of readers on intel.collection
    for each row when (old.readers is distinct from new.readers) execute function intel.spread_for_readers();

create function intel.spread_named() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    perform intel.spread(array(
        select distinct e.stix_id
          from changed n
          join intel.shelf f on f.collection = n.collection and f.keeper = n.source
          join intel.entry e on e.shelf = f.id
         where e.stix_id like 'indicator--%' and exists (select from intel.source s where s.stix_id = e.stix_id)));
    return null;
end $$;
create trigger spread_named after insert on intel.naming
    referencing new table as changed for each statement execute function intel.spread_named();
create trigger spread_unnamed after delete on intel.naming
    referencing old table as changed for each statement execute function intel.spread_named();

create function intel.spread_removed() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    perform intel.spread(array(
        select distinct e.stix_id from changed e
         where exists (select from intel.source s where s.stix_id = e.stix_id)));
    return null;
end $$;
create trigger spread_removed after delete on intel.entry
    referencing old table as changed for each statement execute function intel.spread_removed();

-- Who reads what is said without the object behind it learns neither its name nor why somebody took it back.
create or replace view intel.said with (security_invoker = true) as
select s.value, s.id, o.id as object, null::uuid as topic, coalesce(o.name, '') as title, s.organisation, s.tlp,
       s.confidence, s.alone, '' as role, s.first_at, s.last_at, s.valid_from, s.valid_until, s.withdrawn_at,
       s.withdrawn_how, case when o.id is null then '' else s.withdrawn_why end as withdrawn_why
  from intel.source s
  left join intel.object o on o.id = s.object
 union all
select c.value, c.topic, null, c.topic, t.title, t.organisation, t.tlp, c.confidence, true, c.role, c.first_at,
       c.last_at, c.first_at, null, coalesce(c.withdrawn_at, case when t.state <> 'published' then t.revised_at end),
       coalesce(c.withdrawn_how, case when t.state <> 'published' then 'dropped' end), c.withdrawn_why
  from intel.citation c
  join topic.topic t on t.id = c.topic;

select intel.spread(array(select distinct stix_id from intel.source));

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
revoke execute on function intel.told_by_collections(intel.source) from ${app};
revoke execute on function intel.spread(text[]) from ${app};
revoke execute on function intel.spread_for_readers() from ${app};
revoke execute on function intel.spread_named() from ${app};
revoke execute on function intel.spread_removed() from ${app};
