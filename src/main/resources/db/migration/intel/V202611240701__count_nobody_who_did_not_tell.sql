-- What was counted for authors that somebody else had named is counted no more: of sightings stand those that their
-- organisation brought itself, or that a file tells for it. Numbers of machines are made anew of what is left; what a
-- person said stays.
delete from intel.sighting_object s
 where not exists (select from intel.entry e where e.stix_id = s.stix_id and e.source = s.organisation)
   and not exists (select from intel.object o
                    where o.stix_id = s.stix_id and intel.teller_of(o.json, o.organisation, '') = s.organisation);

delete from intel.sighting s
 where s.person is null
   and not exists (select from intel.sighting_object o
                    where o.value = s.value and o.organisation = s.organisation and not o.revoked);

update intel.sighting s
   set seen = t.number > 0, number = t.number, first_at = t.first_at, last_at = t.last_at
  from (select o.value, o.organisation, least(sum(o.number), 1000000000)::integer as number, min(o.first_at) as first_at,
               max(o.last_at) as last_at
          from intel.sighting_object o where not o.revoked group by o.value, o.organisation) t
 where s.value = t.value and s.organisation = t.organisation and s.person is null
   and (s.number, s.first_at, s.last_at) is distinct from (t.number, t.first_at, t.last_at);
