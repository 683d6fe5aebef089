-- A value that is a name of a file, or of no known form, is somebody's words, in a pattern as anywhere else. A provider finds it in
-- search and loads it in lists where it stands in its own library or it brought it itself, or where a topic that it reads names it.
create function intel.provider_learns(value_id uuid, tlp text, keeper uuid, bringer uuid, own uuid[]) returns boolean
    language sql stable
    return intel.provider_hears(tlp, keeper, bringer, own)
           and (keeper = any (own) or bringer = any (own)
                or exists (select from intel.value v where v.id = value_id and v.type not in ('file-name', 'other')));

-- As before, with that: whatever tells the words of a value, or that it is known.
do $$
declare
    door text;
    was  text;
    now  text;
begin
    foreach door in array array['words_of', 'find_values', 'newest_values', 'leaving'] loop
        select pg_catalog.pg_get_functiondef(p.oid) into strict was
          from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
         where n.nspname = 'intel' and p.proname = door;
        now := replace(was, 'intel.provider_hears(s.tlp,', 'intel.provider_learns(s.value, s.tlp,');
        if now = was then
            raise exception 'intel.% hears nothing of providers', door;
        end if;
        execute now;
    end loop;
end $$;

revoke execute on function intel.provider_learns(uuid, text, uuid, uuid, uuid[]) from public;
