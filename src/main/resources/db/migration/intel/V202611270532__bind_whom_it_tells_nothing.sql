-- As before; where an object was given, its source is the owner wherever it brought any of it, whoever was first, and the
-- rows without a shelf tell one by one who had held it, in the keeper's column.
create or replace function intel.known_versions(collection_id uuid, ids text[], versions bigint[])
    returns table (stix_id text, shelf integer, state smallint, "position" bigint, version bigint, size integer,
                   sha256 bytea, keeper uuid, owner uuid)
    language sql stable security definer
    set search_path = ''
    as $$
    select k.stix_id, k.shelf, k.state, k.position, k.version, k.size, k.sha256, s.keeper, k.owner
      from (select distinct w.id from unnest(ids) as w(id)) w
      left join intel.given g on g.collection = collection_id and g.stix_id = w.id
      cross join (select s.id, s.keeper from intel.shelf s where s.collection = collection_id) s
      cross join lateral (
          select e.stix_id, e.shelf, e.state, e.position, e.version, e.size, e.sha256,
                 first_value(e.source) over (order by e.source is distinct from g.source, e.position) as owner
            from (select * from intel.entry i
                   where i.shelf = s.id and i.stix_id = w.id
                   order by i.version offset 0) e) k
     where k.state <> 3 or k.version = any (versions)
    union all
    select g.stix_id, null, null, null, null, null, null, h.holder, g.source
      from intel.given g left join lateral unnest(g.holders) as h(holder) on true
     where g.collection = collection_id and g.stix_id = any (ids) $$;
