-- The library remembers which organisation brought what by machine, and collections keep the label that was decided when an
-- entry arrived: one writer's words stand for that writer alone, whoever else uses the same ids.
alter table intel.object add column bringer uuid;
alter table intel.source add column bringer uuid;
alter table intel.recall add column bringer uuid;
alter table intel.entry add column tlp text check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT'));
comment on column intel.object.bringer is 'the organisation whose machine brought it; none for what people imported';
comment on column intel.entry.tlp is 'as decided on arrival; none for what came before it was kept';

drop index intel.object_keeper_stix_id_modified_idx;
alter table intel.object
    drop constraint object_keeper_stix_id_modified_content_key,
    add unique nulls not distinct (keeper, bringer, stix_id, modified, content);
create unique index on intel.object (keeper, bringer, stix_id, modified) nulls not distinct where modified is not null;
alter table intel.source
    drop constraint source_value_keeper_stix_id_key,
    add unique nulls not distinct (value, keeper, stix_id, bringer);
create index on intel.source (stix_id) where withdrawn_how in ('person', 'revoked');

-- Whether the words of one bringer stand for those of another in the same keeping: their own do, and what people imported.
create function intel.speaks_for(bringer uuid, other uuid, keeper uuid) returns boolean
    language sql immutable parallel safe
    set search_path = ''
    as $$ select bringer is null or bringer is not distinct from other or other is null and bringer = keeper $$;

create or replace function intel.gather(objects uuid[]) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    perform from intel.name_values(
        array(select i.type from intel.indicator i where i.object = any (objects) order by i.object, i.ordinal),
        array(select i.value from intel.indicator i where i.object = any (objects) order by i.object, i.ordinal));
    insert into intel.source as s (value, object, stix_id, keeper, bringer, organisation, alone, confidence, tlp, version,
                                   first_at, last_at, valid_from, valid_until, withdrawn_at, withdrawn_how, addressees)
    select distinct on (v.id, o.keeper, o.stix_id, o.bringer)
           v.id, o.id, o.stix_id, o.keeper, o.bringer, o.organisation, i.alone, i.confidence, o.tlp, d.version,
           least(coalesce(o.created, d.version), now()), least(d.version, now()), i.valid_from, i.valid_until,
           case when w.how is not null then least(d.version, now()) end, w.how, o.addressees
      from intel.indicator i
      join intel.object o on o.id = i.object
      join intel.value v on v.key = intel.key_of(i.type, i.value)
     cross join lateral (select coalesce(o.modified, o.created, now()) as version) d
     cross join lateral (select case when o.json -> 'revoked' = 'true'::jsonb then 'revoked'
                                     when exists (select from intel.object n
                                                   where n.keeper = o.keeper and n.stix_id = o.stix_id
                                                     and intel.speaks_for(n.bringer, o.bringer, o.keeper)
                                                     and n.modified > d.version) then 'superseded' end as how) w
     where i.object = any (objects)
     order by v.id, o.keeper, o.stix_id, o.bringer, d.version desc
        on conflict (value, keeper, stix_id, bringer) do update
       set object = excluded.object, alone = excluded.alone, confidence = excluded.confidence, tlp = excluded.tlp,
           version = excluded.version, last_at = excluded.last_at, valid_from = excluded.valid_from,
           valid_until = excluded.valid_until, withdrawn_at = excluded.withdrawn_at,
           withdrawn_how = excluded.withdrawn_how, withdrawn_why = '', addressees = excluded.addressees
     where excluded.version > s.version;
end $$;

create or replace function intel.supersede() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    update intel.source s
       set withdrawn_at = least(n.modified, now()), withdrawn_how = 'superseded', withdrawn_why = ''
      from (select keeper, bringer, stix_id, max(modified) as modified from added where type = 'indicator'
             group by 1, 2, 3) n
     where s.keeper = n.keeper and s.stix_id = n.stix_id and intel.speaks_for(n.bringer, s.bringer, s.keeper)
       and s.version < n.modified and s.withdrawn_at is null;
    return null;
end $$;

-- What somebody said to one person alone has never left, so nothing has to follow when it is taken back.
create or replace function intel.recall_added() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.recall (value, keeper, stix_id, bringer)
    select a.value, a.keeper, a.stix_id, a.bringer from added a where a.withdrawn_how = 'revoked' and a.tlp <> 'RED';
    return null;
end $$;

create or replace function intel.recall_changed() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.recall (value, keeper, stix_id, bringer)
    select c.value, c.keeper, c.stix_id, c.bringer from changed c join before b on b.id = c.id
     where c.withdrawn_how is distinct from b.withdrawn_how and c.tlp <> 'RED';
    return null;
end $$;

-- Whether an entry is taken back: by its own organisation or by the Centre, with all the values it speaks of, and not
-- itself followed by the word that says so. A revoked version counts for what its own bringer brought; what the Centre's
-- people imported or withdrew counts for all.
create or replace function intel.is_taken_back(e intel.entry) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$
    select exists (
        select from intel.source s
         cross join lateral (select (extract(epoch from s.version) * 1000000)::bigint as version) m
         where s.stix_id = e.stix_id
           and (s.keeper = e.source
                or exists (select from membership.organisation o where o.id = s.keeper and o.part = 'CENTRE'))
           and (s.withdrawn_how = 'person' and e.version <= m.version
                or s.withdrawn_how = 'revoked' and e.version < m.version
                   and (s.bringer is null or s.bringer = e.source))
           and not exists (select from intel.entry n
                            where n.shelf = e.shelf and n.stix_id = e.stix_id and n.version > e.version
                              and (n.version > m.version or s.withdrawn_how = 'revoked' and n.version = m.version))
           and not exists (select from intel.source o
                            where o.keeper = s.keeper and o.stix_id = s.stix_id and o.bringer is not distinct from s.bringer
                              and o.withdrawn_at is null)) $$;

-- What has to follow, and the collections in which it stands with those who made them: the job acts for them. The word that
-- takes it back is named where it may be brought: to all readers of a collection it is TLP:CLEAR, TLP:GREEN or there
-- already, and a machine's word goes only where that organisation's own entry stands.
create or replace function intel.recalls_waiting(at_most integer)
    returns table (number bigint, collection uuid, maker uuid, stix_id text, object uuid, how text)
    language sql stable security definer
    set search_path = ''
    as $$
    select w.number, c.id, c.created_by, w.stix_id, s.object,
           case when (s.tlp in ('CLEAR', 'GREEN')
                      or exists (select from intel.shelf f
                                   join intel.entry e on e.shelf = f.id and e.stix_id = w.stix_id
                                   join intel.object o on o.id = s.object and o.sha256 = encode(e.sha256, 'hex')
                                  where f.collection = c.id and f.keeper is null))
                 and (s.withdrawn_how <> 'revoked' or s.bringer is null
                      or exists (select from intel.shelf f join intel.entry e on e.shelf = f.id and e.stix_id = w.stix_id
                                  where f.collection = c.id and e.source = s.bringer))
                then s.withdrawn_how end
      from (select * from intel.recall r order by r.number limit at_most) w
      left join intel.source s on s.value = w.value and s.keeper = w.keeper and s.stix_id = w.stix_id
                              and s.bringer is not distinct from w.bringer
      left join intel.collection c on w.stix_id is not null and exists (
               select from intel.shelf f join intel.entry e on e.shelf = f.id and e.stix_id = w.stix_id
                where f.collection = c.id)
     order by w.number $$;

-- Whether an entry, in the version that stands there, names a value: only then did it tell the value to whoever got it.
create function intel.names(e intel.entry, value_id uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$
    select exists (
        select from intel.object o
          join intel.indicator i on i.object = o.id
          join intel.value v on v.id = value_id and v.type = i.type and v.value = i.value
         where o.stix_id = e.stix_id and o.sha256 = encode(e.sha256, 'hex') and o.tlp <> 'RED') $$;

create or replace function intel.tell_recalls(numbers bigint[], run_id uuid, moment timestamptz) returns bigint
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    told bigint;
begin
    update intel.taken_back t set again_at = moment
     where t.again_at is null
       and t.value in (select r.value from intel.recall r where r.number = any (numbers))
       and intel.said_to(t.value, t.organisation);
    insert into intel.taken_back as t (organisation, value, type, word, run, at)
    select g.organisation, g.value, v.type, v.value, run_id, moment
      from (select w.value, h.organisation
              from (select distinct r.value from intel.recall r where r.number = any (numbers)) w
              join intel.held h on h.value = w.value and (h.until is null or h.until > moment - interval '30 days')
             union
            select w.value, k.organisation
              from (select distinct r.value, r.stix_id from intel.recall r
                     where r.number = any (numbers) and r.stix_id is not null) w
             cross join intel.shelf f
              join intel.entry e on e.shelf = f.id and e.stix_id = w.stix_id
              join intel.consumer k on k.collection = f.collection
             where (f.keeper is null or f.keeper = k.organisation
                    or exists (select from intel.naming n where n.collection = f.collection and n.source = f.keeper
                                                            and n.named = k.organisation))
               and exists (select from intel.delivery d
                            where d.account = k.account and d.collection = f.collection
                              and d.first <= e.position and d.last >= e.position)
               and intel.names(e, w.value)) g
      join intel.value v on v.id = g.value
     where not intel.said_to(g.value, g.organisation)
        on conflict (organisation, value) do update
       set run = excluded.run, at = excluded.at, again_at = null
     where t.again_at is not null;
    get diagnostics told = row_count;
    delete from intel.recall r where r.number = any (numbers);
    return told;
end $$;

create or replace function intel.fetched(value_id uuid)
    returns table (account uuid, collection uuid, title text, hour timestamptz, back boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    return query
    select d.account, d.collection, c.title, min(d.hour), bool_and(e.state = 4)
      from (select distinct s.stix_id from intel.source s where s.value = value_id) w
     cross join intel.shelf f
      join intel.entry e on e.shelf = f.id and e.stix_id = w.stix_id
      join intel.collection c on c.id = f.collection
      join intel.delivery d on d.collection = f.collection and d.organisation = any (mine)
                           and d.first <= e.position and d.last >= e.position
     where (f.keeper is null or f.keeper = d.organisation
            or exists (select from intel.naming n where n.collection = f.collection and n.source = f.keeper
                                                    and n.named = d.organisation))
       and intel.names(e, value_id)
     group by d.account, d.collection, c.title
     order by 4 desc
     limit 100;
end $$;

-- As before, with the label that was decided for each.
drop function intel.add_entries(uuid, uuid[], bigint, integer[], integer[], smallint[], text[], bigint[], smallint[],
                                uuid[], integer[], integer[], bytea);
create function intel.add_entries(
    collection_id uuid, accounts uuid[], first bigint,
    shelves integer[], lanes integer[], states smallint[], ids text[], versions bigint[], digits smallint[],
    sources uuid[], tlps text[], starts integer[], sizes integer[], bytes bytea) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    account uuid;
begin
    foreach account in array accounts loop
        if not intel.may_write(collection_id, account) then
            raise exception 'may not write' using errcode = '42501';
        end if;
    end loop;
    if not intel.fits(collection_id, shelves, lanes, sources) then
        raise exception 'no such shelf' using errcode = '42501';
    end if;
    insert into intel.entry (position, version, shelf, lane, size, state, digits, source, sha256, stix_id, raw, tlp)
    select first + n.k - 1, coalesce(n.version, first + n.k - 1), n.shelf, n.lane, n.size, n.state, n.digits, n.source,
           sha256(r.raw), n.id, r.raw, n.tlp
      from unnest(shelves, lanes, states, ids, versions, digits, sources, tlps, starts, sizes) with ordinality
           as n(shelf, lane, state, id, version, digits, source, tlp, start, size, k)
      cross join lateral (select substring(bytes from n.start for n.size) as raw offset 0) r
     order by n.k;
    update intel.head set position = first + cardinality(ids) - 1 where collection = collection_id;
end $$;

-- What is marked TLP:RED belongs to whoever was given it, also where a permission had opened the file around it. A second
-- copy of what that person has already becomes nobody's.
create temporary table red on commit drop as
select o.id, case when exists (select from intel.object p
                                where p.keeper = b.imported_by and p.stix_id = o.stix_id
                                  and (p.modified = o.modified or p.content = o.content)) then o.id
                  else b.imported_by end as keeper
  from intel.object o join intel.bundle b on b.id = o.bundle
 where o.tlp = 'RED' and o.addressees <> array[o.keeper];
update intel.object o set keeper = r.keeper, addressees = array[r.keeper] from red r where r.id = o.id;
update intel.indicator i set addressees = array[r.keeper] from red r where r.id = i.object;
delete from intel.source s where s.tlp = 'RED' and s.addressees <> array[s.keeper];

update intel.object o
   set bringer = coalesce((select e.source from intel.shelf f join intel.entry e on e.shelf = f.id and e.stix_id = o.stix_id
                            where e.sha256 = decode(o.sha256, 'hex')
                            order by e.position limit 1), '00000000-0000-0000-0000-000000000000')
  from intel.bundle b
 where b.id = o.bundle and b.file_name like 'TAXII %';
update intel.source s set bringer = o.bringer from intel.object o where o.id = s.object and o.bringer is not null;
update intel.recall r set bringer = s.bringer from intel.source s
 where s.value = r.value and s.keeper = r.keeper and s.stix_id = r.stix_id and s.bringer is not null;
update intel.source s set withdrawn_at = null, withdrawn_how = null
 where s.withdrawn_how = 'superseded'
   and not exists (select from intel.object n
                    where n.keeper = s.keeper and n.stix_id = s.stix_id and n.modified > s.version
                      and intel.speaks_for(n.bringer, s.bringer, s.keeper));
select intel.gather(array(select distinct object from intel.indicator));

alter table intel.object add constraint red_is_one_persons check (tlp <> 'RED' or addressees = array[keeper]);
alter table intel.source add constraint red_is_one_persons check (tlp <> 'RED' or addressees = array[keeper]);

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
revoke execute on function intel.speaks_for(uuid, uuid, uuid) from ${app};
revoke execute on function intel.names(intel.entry, uuid) from ${app};
