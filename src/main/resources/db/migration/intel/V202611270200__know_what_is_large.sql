-- A page of objects that are none of them large is joined without adding up their bytes.
create index on intel.entry (shelf) where size > 4096;

-- Whether a collection has any, whoever asks; the platform asks once.
create function intel.holds_large(collection_id uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$
    select exists (select from intel.shelf s join intel.entry e on e.shelf = s.id and e.size > 4096
                    where s.collection = collection_id) $$;

revoke execute on function intel.holds_large(uuid) from public;
grant execute on function intel.holds_large(uuid) to ${app};
