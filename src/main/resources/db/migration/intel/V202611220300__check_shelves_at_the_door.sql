-- The doors of collections check the shelves they are told, as they check who may write.

-- Whether each lane belongs to its shelf and each shelf to the collection; a keeper's shelf takes from the keeper alone.
create function intel.fits(collection_id uuid, shelves integer[], lanes integer[], sources uuid[]) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$
    select not exists (
        select from (select distinct u.shelf, u.lane, u.source from unnest(shelves, lanes, sources) as u(shelf, lane, source)) n
         where not exists (select from intel.shelf s join intel.lane l on l.shelf = s.id
                            where s.id = n.shelf and s.collection = collection_id and l.id = n.lane
                              and (s.keeper is null or s.keeper = n.source))) $$;

create or replace function intel.open_lane(collection_id uuid, keeper_id uuid, spec_of text, type_of text, account uuid)
    returns table (shelf integer, lane integer)
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    shelf_id integer;
    lane_id  integer;
begin
    if not intel.may_write(collection_id, account)
       or keeper_id is not null and not exists (
            select from membership.seat t
             where t.person = account and t.organisation = keeper_id and (t.until is null or t.until > now())) then
        raise exception 'may not write' using errcode = '42501';
    end if;
    insert into intel.shelf (collection, keeper) values (collection_id, keeper_id) on conflict do nothing;
    select s.id into shelf_id from intel.shelf s
     where s.collection = collection_id and s.keeper is not distinct from keeper_id;
    insert into intel.lane (shelf, spec, type) values (shelf_id, spec_of, type_of) on conflict do nothing;
    select l.id into lane_id from intel.lane l where l.shelf = shelf_id and l.spec = spec_of and l.type = type_of;
    return query select shelf_id, lane_id;
end $$;

create or replace function intel.add_entries(
    collection_id uuid, accounts uuid[], first bigint,
    shelves integer[], lanes integer[], states smallint[], ids text[], versions bigint[], digits smallint[],
    sources uuid[], starts integer[], sizes integer[], bytes bytea) returns void
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
    insert into intel.entry (position, version, shelf, lane, size, state, digits, source, sha256, stix_id, raw)
    select first + n.k - 1, coalesce(n.version, first + n.k - 1), n.shelf, n.lane, n.size, n.state, n.digits, n.source,
           sha256(r.raw), n.id, r.raw
      from unnest(shelves, lanes, states, ids, versions, digits, sources, starts, sizes) with ordinality
           as n(shelf, lane, state, id, version, digits, source, start, size, k)
      cross join lateral (select substring(bytes from n.start for n.size) as raw offset 0) r
     order by n.k;
    update intel.head set position = first + cardinality(ids) - 1 where collection = collection_id;
end $$;

drop function intel.move_entries(integer[], bigint[], smallint[], smallint[]);
create function intel.move_entries(
    collection_id uuid, accounts uuid[], shelves integer[], positions bigint[], befores smallint[], afters smallint[])
    returns void
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
    if exists (select from unnest(shelves) as n(shelf)
                where not exists (select from intel.shelf s where s.id = n.shelf and s.collection = collection_id)) then
        raise exception 'no such shelf' using errcode = '42501';
    end if;
    update intel.entry e set state = n.after
      from unnest(shelves, positions, befores, afters) as n(shelf, position, before, after)
     where e.shelf = n.shelf and e.state = n.before and e.position = n.position;
end $$;

drop function intel.raw_of(integer, bigint);
create function intel.raw_of(collection_id uuid, shelf_id integer, position_of bigint) returns bytea
    language sql stable security definer
    set search_path = ''
    as $$
    select e.raw
      from intel.shelf s
      cross join generate_series(0, 3) as w(state)
      join intel.entry e on e.shelf = s.id and e.state = w.state and e.position = position_of
     where s.id = shelf_id and s.collection = collection_id $$;

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
