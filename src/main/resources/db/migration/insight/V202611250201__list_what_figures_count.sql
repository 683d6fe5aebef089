-- What a figure counts, one row for each topic that the reader may read, or for each organisation; what they may not read
-- is one row without a name. For the Centre, as the figures are.
create function insight.counted(measure text, since timestamptz, before timestamptz, at_level text)
    returns table (topic uuid, organisation uuid, number bigint)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    if not membership.at_centre() then
        return;
    end if;
    if measure = 'LOGINS' then
        return query
        select null::uuid, l.organisation, count(*) from membership.login l
         where l.at >= since and l.at < before group by l.organisation;
        return;
    end if;
    return query
    select case when t.addressees && mine then t.id end, null::uuid, sum(c.number)::bigint
      from (select v.topic, count(*) as number from topic.view v
             where measure = 'VIEWS' and v.at >= since and v.at < before
               and (at_level is null or v.level = at_level) group by v.topic
             union all
            select p.id, 1 from topic.topic p
             where measure = 'POSTS' and p.published_at >= since and p.published_at < before
               and p.kind not in ('NOTICE', 'MATTER')
             union all
            select m.topic, count(*) from topic.comment m
             where measure = 'COMMENTS' and m.removed_at is null and m.at >= since and m.at < before
             group by m.topic) c
      join topic.topic t on t.id = c.topic
     group by 1;
end $$;
revoke execute on function insight.counted(text, timestamptz, timestamptz, text) from public;
grant execute on function insight.counted(text, timestamptz, timestamptz, text) to ${app};
