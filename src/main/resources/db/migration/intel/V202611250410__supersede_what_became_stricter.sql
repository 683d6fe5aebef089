-- A source that says a value again under a stricter label has its last word: what an organisation keeps of an earlier
-- version no longer stands beside the version that one of its people keeps for themselves.
create or replace function intel.supersede() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    update intel.source s
       set withdrawn_at = least(n.modified, now()), withdrawn_how = 'superseded', withdrawn_why = ''
      from (select keeper, bringer, stix_id, max(modified) as modified from added where type = 'indicator'
             group by 1, 2, 3) n
     where s.keeper = n.keeper and s.stix_id = n.stix_id and intel.speaks_for(n.bringer, s.bringer, s.keeper)
       and s.version < n.modified and s.withdrawn_at is null;
    update intel.source s
       set withdrawn_at = least(n.modified, now()), withdrawn_how = 'superseded', withdrawn_why = ''
      from added n
     where n.type = 'indicator' and s.stix_id = n.stix_id and s.keeper <> n.keeper and s.organisation = n.organisation
       and s.keeper = n.organisation and s.version < n.modified and s.withdrawn_at is null
       and n.tlp = 'RED' and s.tlp <> 'RED';
    return null;
end $$;
