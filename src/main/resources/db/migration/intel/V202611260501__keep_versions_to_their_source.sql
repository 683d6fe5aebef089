-- An object in a collection is its first bringer's: who arrives with a version of it must know whose it is. The rows tell
-- in whose keeping a shelf is and who brought the object there first, also where all of it is held back.
drop function intel.known_versions(uuid, text[], bigint[]);
create function intel.known_versions(collection_id uuid, ids text[], versions bigint[])
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
     where k.state <> 3 or k.version = any (versions) $$;

-- Whose shelves of a collection a machine reads because their keepers named it.
create function intel.named_by(collection_id uuid, account uuid) returns setof uuid
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    before text := current_setting('noroshi.person', true);
    named  uuid[];
begin
    perform set_config('noroshi.person', account::text, true);
    named := array(select distinct n.source from intel.naming n
                    where n.collection = collection_id and n.named = any (membership.principals()));
    perform set_config('noroshi.person', coalesce(before, ''), true);
    return query select unnest(named);
end $$;

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
