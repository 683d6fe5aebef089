-- Whether an entry is taken back: by its own organisation or by the Centre, with all the values it speaks of, and not
-- itself followed by the word that says so. A revoked version counts for what its own bringer brought. What the Centre's
-- people withdrew counts for the bringer of whose word they withdrew it, and for what names the value and nothing else that
-- still stands, so that nobody has another's entry held back by bringing something else under its id; what they imported themselves counts for all.
create or replace function intel.is_taken_back(e intel.entry) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$
    select exists (
        select from intel.source s
         cross join lateral (select (extract(epoch from s.version) * 1000000)::bigint as version) m
         where s.stix_id = e.stix_id
           and (s.keeper = e.source
                or exists (select from membership.organisation o where o.id = s.keeper and o.part = 'CENTRE'))
           and (s.withdrawn_how = 'person' and e.version <= m.version
                   and (s.bringer is null or s.bringer = e.source
                        or intel.names(e, s.value)
                           and not exists (select from intel.source o
                                            where o.keeper = s.keeper and o.stix_id = s.stix_id and o.bringer = e.source
                                              and o.withdrawn_at is null))
                or s.withdrawn_how = 'revoked' and e.version < m.version
                   and (s.bringer is null or s.bringer = e.source))
           and not exists (select from intel.entry n
                            where n.shelf = e.shelf and n.stix_id = e.stix_id and n.version > e.version
                              and (n.version > m.version or s.withdrawn_how = 'revoked' and n.version = m.version))
           and not exists (select from intel.source o
                            where o.keeper = s.keeper and o.stix_id = s.stix_id and o.bringer is not distinct from s.bringer
                              and o.withdrawn_at is null)) $$;
