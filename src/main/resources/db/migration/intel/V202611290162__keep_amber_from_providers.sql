-- What goes to a provider is TLP:CLEAR or TLP:GREEN, or its source named the provider. A reader with a seat at a provider
-- has one more place among its shelves, the number 0, which no shelf has: of what all readers share it gets nothing that is
-- TLP:AMBER, unless its own organisation brought it. A keeper's shelf is read by whom its source named.
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
                or not s.near and exists (select from intel.naming n
                                           where n.collection = c.id and n.source = s.keeper and n.named = any (mine))));
    if exists (select from membership.organisation o where o.id = any (mine) and o.part = 'CTI_PROVIDER') then
        found := 0 || found;
    end if;
    if paged then
        perform set_config('noroshi.shelves', who || found::text, true);
    end if;
    return found;
end $$;

drop policy readable on intel.entry;
create policy readable on intel.entry for select to ${app}
    using (shelf = any ((select intel.my_shelves())::integer[]) and state < 4
           and (tlp <> 'AMBER' or not 0 = any ((select intel.my_shelves())::integer[])
                or source = any ((select membership.principals())::uuid[])));
