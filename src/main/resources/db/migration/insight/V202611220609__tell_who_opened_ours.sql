-- Which other organisations opened what an organisation shared with its name, for its administrators; no person is named,
-- and what stands with its organisation hidden is not among it.
create function insight.opened_outside(since timestamptz, before timestamptz)
    returns table (topic uuid, organisation uuid, first_at timestamptz, people bigint)
    language sql stable security definer
    set search_path = ''
    as $$ select r.topic, r.organisation, min(r.first_at), count(distinct r.person)
            from topic.topic t
            join topic.reading r on r.topic = t.id and r.organisation <> t.organisation
           where t.organisation = any (membership.administered()) and t.state = 'published'
             and t.kind in ('POST', 'QUESTION') and t.addressees && membership.principals()
             and t.published_at >= since and t.published_at < before
           group by r.topic, r.organisation $$;
revoke execute on function insight.opened_outside(timestamptz, timestamptz) from public;
grant execute on function insight.opened_outside(timestamptz, timestamptz) to ${app};
