-- Who opened what came to a community is counted among its own people, and only from five: a topic may have gone to other
-- circles too, and how many opened it there would tell its lead that it did.
create function topic.openers(of uuid, among uuid[]) returns bigint
    language sql stable
    set search_path = ''
    as $$
    select case when count(distinct r.person) >= 5 then count(distinct r.person) end
      from topic.reading r
      join membership.belonging b on b.person = r.person and b.principal = of
                                 and b.since <= now() and (b.until is null or b.until > now())
     where r.topic = any (among) $$;
revoke execute on function topic.openers(uuid, uuid[]) from public;

create or replace function topic.community_figures(of uuid, since timestamptz, before timestamptz)
    returns table (posts bigint, questions bigint, answered bigint, helped bigint, comments bigint, writers bigint,
                   readers bigint, first_answer interval)
    language plpgsql stable security definer
    set search_path = ''
    as $$
begin
    if not community.leads(of) then
        return;
    end if;
    return query
    with here as materialized (
        select t.id, t.kind, t.author, t.hidden, t.accepted, t.published_at from topic.addressee a
          join topic.topic t on t.id = a.topic
         where a.principal = of and a.revised_at >= since and t.kind in ('POST', 'QUESTION', 'BULLETIN')
           and t.published_at >= since and t.published_at < before),
    said as materialized (
        select c.topic, c.author, c.hidden, c.at from topic.comment c join here h on h.id = c.topic
         where c.removed_at is null),
    first as (
        select h.id, min(s.at) - h.published_at as took from here h
          join said s on s.topic = h.id and (s.hidden or h.hidden or s.author <> h.author)
         where h.kind = 'QUESTION' group by h.id, h.published_at)
    select (select count(*) from here h where h.kind <> 'QUESTION'),
           (select count(*) from here h where h.kind = 'QUESTION'),
           (select count(*) from first),
           (select count(*) from here h where h.kind = 'QUESTION' and h.accepted is not null),
           (select count(*) from said),
           (select count(distinct w.author) from (select h.author from here h union all select s.author from said s) w
             where w.author is not null),
           topic.openers(of, (select array_agg(h.id) from here h)),
           (select percentile_cont(0.5) within group (order by f.took) from first f);
end $$;

create or replace function topic.community_topics(of uuid, since timestamptz, before timestamptz)
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
           topic.openers(of, array[t.id]),
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
