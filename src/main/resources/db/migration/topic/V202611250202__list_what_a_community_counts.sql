-- The topics that a community's figures count, for those who lead it: the same ones, under the same condition. Nobody is
-- named; how many commented and opened each stands beside it.
create function topic.community_topics(of uuid, since timestamptz, before timestamptz)
    returns table (topic uuid, kind text, published_at timestamptz, comments bigint, readers bigint, answered boolean,
                   helped boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
begin
    if not community.leads(of) then
        return;
    end if;
    return query
    select t.id, t.kind, t.published_at,
           (select count(*) from topic.comment c where c.topic = t.id and c.removed_at is null),
           (select count(distinct r.person) from topic.reading r where r.topic = t.id),
           t.kind = 'QUESTION'
               and exists (select from topic.comment c
                            where c.topic = t.id and c.removed_at is null
                              and (c.hidden or t.hidden or c.author <> t.author)),
           t.kind = 'QUESTION' and t.accepted is not null
      from topic.addressee a
      join topic.topic t on t.id = a.topic
     where a.principal = of and a.revised_at >= since and t.kind in ('POST', 'QUESTION', 'BULLETIN')
       and t.published_at >= since and t.published_at < before;
end $$;
revoke execute on function topic.community_topics(uuid, timestamptz, timestamptz) from public;
grant execute on function topic.community_topics(uuid, timestamptz, timestamptz) to ${app};
