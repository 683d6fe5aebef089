-- As before, and whether each says that it is revoked: what is revoked gets no newer version. Only what is told is read, and as
-- JSON only where the bytes hold the word.
drop function intel.known_versions(uuid, text[], bigint[]);
create function intel.known_versions(collection_id uuid, ids text[], versions bigint[])
    returns table (stix_id text, shelf integer, state smallint, "position" bigint, version bigint, size integer,
                   sha256 bytea, keeper uuid, owner uuid, spec text, revoked boolean)
    language sql stable security definer
    set search_path = ''
    as $$
    select k.stix_id, k.shelf, k.state, k.position, k.version, k.size, k.sha256, s.keeper, k.owner,
           (select l.spec from intel.lane l where l.id = k.lane),
           (select case when position('"revoked"'::bytea in e.raw) > 0 then intel.says_revoked(e.raw) else false end
              from intel.entry e where e.shelf = k.shelf and e.stix_id = k.stix_id and e.version = k.version)
      from (select distinct w.id from unnest(ids) as w(id)) w
      left join intel.given g on g.collection = collection_id and g.stix_id = w.id
      cross join (select s.id, s.keeper from intel.shelf s where s.collection = collection_id) s
      cross join lateral (
          select e.stix_id, e.shelf, e.lane, e.state, e.position, e.version, e.size, e.sha256,
                 first_value(e.source) over (order by e.source is distinct from g.source, e.position) as owner
            from (select * from intel.entry i
                   where i.shelf = s.id and i.stix_id = w.id
                   order by i.version offset 0) e) k
     where k.state not in (3, -4) or k.version = any (versions)
    union all
    select g.stix_id, null, null, null, null, null, null, h.holder, g.source, null, null
      from intel.given g left join lateral unnest(g.holders) as h(holder) on true
     where g.collection = collection_id and g.stix_id = any (ids) $$;
revoke execute on function intel.known_versions(uuid, text[], bigint[]) from public;
grant execute on function intel.known_versions(uuid, text[], bigint[]) to ${app};
