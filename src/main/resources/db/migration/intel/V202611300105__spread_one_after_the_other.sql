-- Who works out what collections say reads their readers, whom sources named and what stands there; who changes these works
-- it out anew. Neither sees what the other has not committed: they go one after the other, and look only in their turn.
create function intel.take_turn_to_spread() returns void
    language sql
    return pg_advisory_xact_lock(hashtextextended('intel.spread', 0));

create or replace function intel.spread(ids text[]) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    perform intel.take_turn_to_spread();
    update intel.source s set addressees = n.addressees
      from (select x.id,
                   array(select distinct a from unnest(o.addressees || intel.told_by_collections(x)) a order by a) as addressees
              from intel.source x join intel.object o on o.id = x.object
             where x.stix_id = any (ids) and x.tlp <> 'RED') n
     where s.id = n.id and not (s.addressees <@ n.addressees and n.addressees <@ s.addressees);
end $$;

create or replace function intel.spread_added(collection_id uuid, after bigint, upto bigint) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    perform intel.take_turn_to_spread();
    perform intel.spread(array(
        select distinct e.stix_id
          from intel.shelf f
         cross join generate_series(0, 4) as w(state)
          join intel.entry e on e.shelf = f.id and e.state = w.state and e.position > after and e.position <= upto
         where f.collection = collection_id and e.stix_id like 'indicator--%'
           and exists (select from intel.source s where s.stix_id = e.stix_id)));
end $$;

create or replace function intel.spread_removed() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if not exists (select from changed e where e.stix_id like 'indicator--%') then
        return null;
    end if;
    perform intel.take_turn_to_spread();
    perform intel.spread(array(
        select distinct e.stix_id from changed e
         where exists (select from intel.source s where s.stix_id = e.stix_id)));
    return null;
end $$;

revoke execute on function intel.take_turn_to_spread() from public;
grant execute on function intel.take_turn_to_spread() to ${app};
