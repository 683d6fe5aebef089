-- Types beyond those of STIX that one organisation brought into a shelf that all share are counted.
alter table intel.lane add column organisation uuid;
comment on column intel.lane.organisation is 'who brought the first object of its type; nobody for lanes from before';

drop function intel.open_lane(uuid, uuid, text, text, uuid);
create function intel.open_lane(
    collection_id uuid, keeper_id uuid, spec_of text, type_of text, account uuid, organisation_id uuid)
    returns table (shelf integer, lane integer)
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    shelf_id integer;
    lane_id  integer;
begin
    if not intel.may_write(collection_id, account)
       or not exists (
            select from membership.seat t
             where t.person = account and t.organisation = organisation_id and (t.until is null or t.until > now()))
       or keeper_id is not null and not exists (
            select from membership.seat t
             where t.person = account and t.organisation = keeper_id and (t.until is null or t.until > now())) then
        raise exception 'may not write' using errcode = '42501';
    end if;
    insert into intel.shelf (collection, keeper) values (collection_id, keeper_id) on conflict do nothing;
    select s.id into shelf_id from intel.shelf s
     where s.collection = collection_id and s.keeper is not distinct from keeper_id;
    insert into intel.lane (shelf, spec, type, organisation) values (shelf_id, spec_of, type_of, organisation_id)
        on conflict do nothing;
    select l.id into lane_id from intel.lane l where l.shelf = shelf_id and l.spec = spec_of and l.type = type_of;
    return query select shelf_id, lane_id;
end $$;

-- The types of which an organisation brought the first object into the shelf that all share.
create function intel.types_begun(collection_id uuid, organisation_id uuid) returns setof text
    language sql stable security definer
    set search_path = ''
    as $$
    select l.type
      from intel.shelf s join intel.lane l on l.shelf = s.id and l.organisation = organisation_id
     where s.collection = collection_id and s.keeper is null $$;

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
