-- What may leave in a list: as before, and the values of a topic that was withdrawn lately come along marked, without its
-- title. A list that can say so takes them back where they are.
create or replace function intel.leaving(organisation_id uuid, since timestamptz)
    returns table (value uuid, type text, word text, id uuid, object uuid, topic uuid, title text, organisation uuid,
                   tlp text, confidence smallint, alone boolean, role text, first_at timestamptz, last_at timestamptz,
                   valid_from timestamptz, valid_until timestamptz, withdrawn_at timestamptz, withdrawn_how text,
                   withdrawn_why text, excepted boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
    own  uuid[];
    wide uuid[];
begin
    if organisation_id is null or not organisation_id = any (mine) then
        return;
    end if;
    own := array[organisation_id] || array(
        select f.id from membership.office f where f.organisation = organisation_id and f.kind = 'window');
    wide := own || membership.everyone()
        || array(select c.id from community.community c where c.everyone_taking_part and c.closed_at is null)
        || array(select c.id from community.community c where c.id = any (mine) and c.closed_at is null);
    return query
    select v.id, v.type, v.value, s.id, s.object, s.topic, s.title, s.organisation, s.tlp, s.confidence, s.alone, s.role,
           s.first_at, s.last_at, s.valid_from, s.valid_until, s.withdrawn_at, s.withdrawn_how, s.withdrawn_why,
           exists (select from intel.warning_exception e where e.key = v.key)
      from (select s.value, s.id, s.object, null::uuid as topic, ''::text as title, s.organisation, s.tlp, s.confidence,
                   s.alone, ''::text as role, s.first_at, s.last_at, s.valid_from, s.valid_until, s.withdrawn_at,
                   s.withdrawn_how, s.withdrawn_why, s.addressees
              from intel.source s
             where s.addressees && wide and (s.withdrawn_at is null or s.withdrawn_at > since)
             union all
            select c.value, c.topic, null, c.topic, case when t.state = 'published' then t.title else '' end, t.organisation,
                   t.tlp, c.confidence, true, c.role, c.first_at, c.last_at, c.first_at, null,
                   coalesce(c.withdrawn_at, t.withdrawn_at),
                   case when c.withdrawn_at is null and t.withdrawn_at is not null then 'dropped' else c.withdrawn_how end,
                   c.withdrawn_why, t.addressees
              from intel.citation c
              join topic.topic t on t.id = c.topic and (t.state = 'published' or t.withdrawn_at > since)
             where t.addressees && wide and (c.withdrawn_at is null or c.withdrawn_at > since)) s
      join intel.value v on v.id = s.value
     where s.tlp <> 'RED' and (s.tlp <> 'AMBER_STRICT' or s.addressees && own)
     order by v.type, v.value, s.id
     limit 400000;
end $$;
