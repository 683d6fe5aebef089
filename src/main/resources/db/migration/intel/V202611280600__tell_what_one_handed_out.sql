-- What an organisation brought into a collection where all read, with its labels: its people may bring there without
-- reading it.
create function intel.own_versions(collection_id uuid, organisation uuid, ids text[])
    returns table (stix_id text, version bigint, tlp text)
    language sql stable security definer
    set search_path = ''
    as $$
    select e.stix_id, e.version, e.tlp
      from intel.collection c
      join intel.shelf s on s.collection = c.id and s.keeper is null
      join intel.entry e on e.shelf = s.id and e.stix_id = any (ids) and e.source = organisation
     where c.id = collection_id
       and c.writers && membership.principals() and organisation = any (membership.principals()) $$;

revoke execute on function intel.own_versions(uuid, uuid, text[]) from public;
grant execute on function intel.own_versions(uuid, uuid, text[]) to ${app};
