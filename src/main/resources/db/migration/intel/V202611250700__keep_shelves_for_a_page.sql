-- The scans of one page ask which shelves their reader may read, each for itself. While the reader's rights are kept for
-- a page, so is this; for that reader alone, and no longer than the transaction.
create or replace function intel.my_shelves() returns integer[]
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    who   text := current_setting('noroshi.person', true);
    kept  text;
    paged boolean := coalesce(current_setting('noroshi.principals', true), '') <> '';
    mine  uuid[];
    found integer[];
begin
    if paged then
        kept := current_setting('noroshi.shelves', true);
        if starts_with(kept, who || '{') then
            return substr(kept, length(who) + 1)::integer[];
        end if;
    end if;
    mine := membership.principals();
    found := array(
        select s.id
          from intel.collection c
          join intel.shelf s on s.collection = c.id
         where c.readers && mine
           and (s.keeper is null or s.keeper = any (mine)
                or exists (select from intel.naming n
                            where n.collection = c.id and n.source = s.keeper and n.named = any (mine))));
    if paged then
        perform set_config('noroshi.shelves', who || found::text, true);
    end if;
    return found;
end $$;
