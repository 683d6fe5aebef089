-- Which window answers for a topic now, for whoever reads it, where that is the organisation whose name it bears; that
-- another one went on with it is told to who wrote it, who entrusted it, who keeps that window or administers what it came from.
create function topic.answered_for(wanted uuid) returns table (organisation uuid, since timestamptz)
    language sql stable security definer
    set search_path = ''
    as $$
    select f.organisation, e.entrusted_at
      from topic.entrusting e
      join topic.topic t on t.id = e.topic and t.state = 'published' and t.addressees && membership.principals()
      join membership.office f on f.id = e.office
     where e.topic = wanted
       and (f.organisation = t.organisation
            or membership.reader() in (t.author, e.entrusted_by)
            or e.office = any (membership.principals())
            or e.organisation = any (membership.administered())
            or membership.has_role('ADMINISTRATOR')) $$;
revoke execute on function topic.answered_for(uuid) from public;
grant execute on function topic.answered_for(uuid) to ${app};
