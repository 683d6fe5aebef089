-- An indicator that two organisations brought has one row for each of them and is one indicator still.
create or replace function intel.sightings_to_tell(at_most integer)
    returns table (collection uuid, maker uuid, stix_id text, tlp text, number integer, first_at timestamptz,
                   last_at timestamptz, created timestamptz)
    language sql stable security definer
    set search_path = ''
    as $$
    select c.id, c.created_by, s.stix_id, s.tlp, t.number, t.first_at, t.last_at, p.created
      from (select x.value, count(*)::integer as number, date_trunc('day', min(x.first_at)) as first_at,
                   date_trunc('day', max(x.last_at)) as last_at
              from intel.sighting x where x.seen group by x.value having count(*) >= 5) t
      join (select o.value, o.stix_id, max(o.tlp) as tlp
              from intel.source o
             where o.alone and o.withdrawn_at is null and o.tlp in ('CLEAR', 'GREEN', 'AMBER')
               and 1 = (select count(distinct n.value) from intel.source n
                      where n.keeper = o.keeper and n.stix_id = o.stix_id)
             group by o.value, o.stix_id having count(distinct o.tlp) = 1) s on s.value = t.value
      join intel.shelf f on f.keeper is null
       and exists (select from intel.entry e where e.shelf = f.id and e.stix_id = s.stix_id and e.state < 4)
      join intel.collection c on c.id = f.collection
      left join intel.sighting_told p on p.collection = c.id and p.stix_id = s.stix_id
     where p.number is distinct from t.number
     order by c.id, s.stix_id
     limit at_most $$;
