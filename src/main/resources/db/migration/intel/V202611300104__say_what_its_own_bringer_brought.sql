-- What people took in is said where their own organisation handed it out, not where another brought the same bytes.
create or replace function intel.told_by_collections(s intel.source) returns uuid[]
    language sql stable security definer
    set search_path = ''
    as $$
    select coalesce(array_agg(distinct r.id), '{}')
      from intel.object o
      join intel.shelf f on true
      join intel.entry e on e.shelf = f.id and e.stix_id = s.stix_id
                        and (e.state < 4 or s.withdrawn_at is not null)
                        and e.sha256 = decode(o.sha256, 'hex') and e.source = coalesce(s.bringer, s.organisation)
      join intel.collection c on c.id = f.collection
     cross join lateral unnest(case when f.keeper is null then c.readers
                                    else array(select k.id
                                                 from (select f.keeper as id
                                                        union select n.named from intel.naming n
                                                               where n.collection = c.id and n.source = f.keeper
                                                                 and not f.near) k
                                                where c.readers && array[k.id, membership.everyone()]) end) as r(id)
     where o.id = s.object and s.tlp <> 'RED' and (f.keeper is null) = (s.tlp <> 'AMBER_STRICT')
       and not exists (select from intel.cited k where k.stix_id = s.stix_id)
       and not (s.tlp = 'AMBER' and (intel.is_provider(r.id)
                                     or exists (select from membership.office w
                                                 where w.id = r.id and intel.is_provider(w.organisation)))) $$;

select intel.spread(array(select distinct s.stix_id from intel.source s where s.bringer is null));
