-- The same question, asked id by id: in a young table without statistics it became a look at every entry of the shelf
-- for every object that arrived.
create or replace function intel.known_versions(collection_id uuid, ids text[], versions bigint[])
    returns table (stix_id text, shelf integer, state smallint, "position" bigint, version bigint, size integer,
                   sha256 bytea)
    language sql stable security definer
    set search_path = ''
    as $$
    select k.stix_id, k.shelf, k.state, k.position, k.version, k.size, k.sha256
      from (select distinct w.id from unnest(ids) as w(id)) w
      cross join (select s.id from intel.shelf s where s.collection = collection_id) s
      cross join lateral (
          select e.stix_id, e.shelf, e.state, e.position, e.version, e.size, e.sha256
            from intel.entry e
           where e.shelf = s.id and e.stix_id = w.id
           order by e.version offset 0) k
     where k.state < 3 or k.version = any (versions) $$;
