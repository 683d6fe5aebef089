-- Whoever brings another's unseen id first holds it. The Centre gives the object to its true source: what others brought of
-- it in that collection goes, and from then on its versions are that source's to bring.
create table intel.given (
    collection uuid not null references intel.collection,
    stix_id    text not null check (length(stix_id) between 1 and 300),
    source     uuid not null,
    holders    uuid[] not null,
    reason     text not null check (length(reason) between 1 and 1000),
    at         timestamptz not null,
    by         uuid not null,
    primary key (collection, stix_id)
);
-- Read and written by the doors below alone.
alter table intel.given enable row level security;

-- Answers how many entries went. For administrators, who see no words of them here.
create function intel.give_object(collection_id uuid, object_id text, source_id uuid, reason_of text, moment timestamptz)
    returns integer
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    holding uuid[];
    removed integer;
begin
    if not membership.has_role('ADMINISTRATOR') then
        raise exception 'may not give' using errcode = '42501';
    end if;
    holding := array(select distinct e.source from intel.entry e join intel.shelf s on s.id = e.shelf
                      where s.collection = collection_id and e.stix_id = object_id and e.source <> source_id);
    delete from intel.entry e using intel.shelf s
     where s.collection = collection_id and e.shelf = s.id and e.stix_id = object_id and e.source <> source_id;
    get diagnostics removed = row_count;
    update intel.entry e set state = r.state
      from (select v.shelf, v.position,
                   case when v.number = 1 and v.total = 1 then 0 when v.number = v.total then 1
                        when v.number = 1 then 2 else 3 end as state
              from (select o.shelf, o.position,
                           row_number() over (partition by o.shelf order by o.version) as number,
                           count(*) over (partition by o.shelf) as total
                      from intel.entry o join intel.shelf s on s.id = o.shelf
                     where s.collection = collection_id and o.stix_id = object_id and o.state < 4) v) r
     where e.shelf = r.shelf and e.position = r.position and e.stix_id = object_id and e.state <> r.state;
    insert into intel.given (collection, stix_id, source, holders, reason, at, by)
    values (collection_id, object_id, source_id, holding, reason_of, moment, membership.reader())
    on conflict (collection, stix_id) do update
       set source = excluded.source, reason = excluded.reason, at = excluded.at, by = excluded.by,
           holders = array(select distinct h from unnest(intel.given.holders || excluded.holders
                                                         || intel.given.source) h
                            where h <> excluded.source);
    return removed;
end $$;

-- What was given, for both sides and administrators; who the other side is, for administrators alone.
create function intel.given_in(collection_id uuid)
    returns table (stix_id text, reason text, at timestamptz, part text, source uuid, holders uuid[])
    language plpgsql stable security definer
    set search_path = ''
    as $$
#variable_conflict use_column
declare
    mine  uuid[] := membership.principals();
    whole boolean := membership.has_role('ADMINISTRATOR');
begin
    return query
    select g.stix_id, g.reason, g.at,
           case when g.source = any (mine) then 'SOURCE' when g.holders && mine then 'HOLDER' else 'CENTRE' end,
           case when whole then g.source end, case when whole then g.holders end
      from intel.given g
     where g.collection = collection_id and (whole or g.source = any (mine) or g.holders && mine)
     order by g.at desc, g.stix_id
     limit 200;
end $$;

-- As before; rows without a shelf tell to whom an object was given.
create or replace function intel.known_versions(collection_id uuid, ids text[], versions bigint[])
    returns table (stix_id text, shelf integer, state smallint, "position" bigint, version bigint, size integer,
                   sha256 bytea, keeper uuid, owner uuid)
    language sql stable security definer
    set search_path = ''
    as $$
    select k.stix_id, k.shelf, k.state, k.position, k.version, k.size, k.sha256, s.keeper, k.owner
      from (select distinct w.id from unnest(ids) as w(id)) w
      cross join (select s.id, s.keeper from intel.shelf s where s.collection = collection_id) s
      cross join lateral (
          select e.stix_id, e.shelf, e.state, e.position, e.version, e.size, e.sha256,
                 first_value(e.source) over (order by e.position) as owner
            from (select * from intel.entry i
                   where i.shelf = s.id and i.stix_id = w.id
                   order by i.version offset 0) e) k
     where k.state <> 3 or k.version = any (versions)
    union all
    select g.stix_id, null, null, null, null, null, null, null, g.source
      from intel.given g
     where g.collection = collection_id and g.stix_id = any (ids) $$;

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
