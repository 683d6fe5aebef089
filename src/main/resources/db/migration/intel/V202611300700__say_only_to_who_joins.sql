-- Who joins a collection is told what is new to them; a list of readers that lost somebody is said again at once, and only
-- then.
create or replace function intel.spread_for_readers() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if old.readers <@ new.readers then
        insert into intel.to_spread (shelf)
        select s.id from intel.shelf s
         where s.collection = new.id
           and not exists (select from intel.to_spread t where t.shelf = s.id and t.after = 'indicator--');
    else
        perform intel.spread_added(new.id, -1, 9223372036854775807);
    end if;
    return null;
end $$;
