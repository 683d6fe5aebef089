-- Who is taken away from the readers of a collection is taken out of all that is said of what stands there, in one statement of
-- the same transaction. What other collections say to them is said again by the job, some objects at a time: until then they
-- are told less, never more. Before, all that is said was worked out anew for each object while somebody waited.
create or replace function intel.spread_for_readers() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    gone uuid[] := array(select r.id from unnest(old.readers) as r(id) where r.id <> all (new.readers));
begin
    if membership.everyone() = any (gone) then
        -- Whom a source named may read by that right alone, and is not among the readers by name.
        perform intel.spread_added(new.id, -1, 9223372036854775807);
        return null;
    end if;
    if cardinality(gone) > 0 then
        perform intel.take_turn_to_spread();
        update intel.source s set addressees = n.addressees
          from (select x.id,
                       array(select distinct a
                               from (select unnest(o.addressees)
                                      union
                                     select k.id from unnest(x.addressees) as k(id) where k.id <> all (gone)) u(a)
                              order by a) as addressees
                  from intel.source x
                  join intel.object o on o.id = x.object
                 where x.addressees && gone and x.tlp <> 'RED'
                   and x.stix_id in (select e.stix_id
                                       from intel.shelf f
                                       join intel.entry e on e.shelf = f.id
                                      where f.collection = new.id and e.stix_id like 'indicator--%')) n
         where s.id = n.id and not s.addressees <@ n.addressees;
    end if;
    insert into intel.to_spread (shelf)
    select s.id from intel.shelf s
     where s.collection = new.id
       and not exists (select from intel.to_spread t where t.shelf = s.id and t.after = 'indicator--');
    return null;
end $$;
