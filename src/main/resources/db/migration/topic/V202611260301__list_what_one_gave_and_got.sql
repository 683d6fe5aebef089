-- What stands behind what the reader gave and got, about themselves alone, counted as topic.give_and_take counts it. A topic
-- they may not read any more is a row without it. Who thanked is not told; who opened it their own pages of receipts tell,
-- so whoever opened only what they may not read any more is a row without a name.
create function topic.given_and_got(what text, since timestamptz, before timestamptz)
    returns table (topic uuid, person uuid, number bigint)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    who  uuid   := membership.reader();
    seen uuid[] := membership.principals();
begin
    if who is null or cardinality(seen) = 0 then
        return;
    end if;
    return query
    with mine as materialized (
        select t.id, t.kind, t.published_at as at from topic.topic t
         where t.author = who and t.kind in ('POST', 'QUESTION') and t.state = 'published'
        union
        select t.id, t.kind, t.published_at from topic.concealed x
          join topic.topic t on t.id = x.document and t.kind in ('POST', 'QUESTION') and t.state = 'published'
         where x.person = who),
    said as materialized (
        select c.id, c.topic, c.at from topic.comment c where c.author = who and c.removed_at is null
        union
        select c.id, c.topic, c.at from topic.concealed x
          join topic.comment c on c.id = x.document and c.removed_at is null
         where x.person = who),
    counted as (
        select m.id as topic from mine m
         where what = 'POSTS' and m.kind = 'POST' and m.at >= since and m.at < before
        union all
        select m.id from mine m
         where what = 'QUESTIONS' and m.kind = 'QUESTION' and m.at >= since and m.at < before
        union all
        select s.topic from said s
         where what = 'COMMENTS' and s.at >= since and s.at < before
           and not exists (select from mine m where m.id = s.topic)
        union all
        select r.topic from topic.reaction r
         where r.person = who and r.at >= since and r.at < before
           and (what = 'THANKS_GIVEN' and r.kind = 'useful' or what = 'VOTES' and r.kind <> 'useful')
        union all
        select c.topic from topic.comment c join mine m on m.id = c.topic
         where what = 'ANSWERS' and c.removed_at is null and c.at >= since and c.at < before
           and not exists (select from said s where s.id = c.id)
        union all
        select r.topic from topic.reaction r
         where what = 'THANKS' and r.kind = 'useful' and r.person <> who and r.at >= since and r.at < before
           and (r.document in (select m.id from mine m) or r.document in (select s.id from said s))
        union all
        select s.topic from said s join topic.topic t on t.id = s.topic and t.accepted = s.id
         where what = 'ACCEPTED' and s.at >= since and s.at < before
           and not exists (select from mine m where m.id = s.topic))
    select case when t.addressees && seen then t.id end, null::uuid, count(*)
      from counted c left join topic.topic t on t.id = c.topic
     group by 1
    union all
    select null, case when bool_or(t.addressees && seen) then r.person end, count(distinct r.topic)
      from topic.reading r join mine m on m.id = r.topic join topic.topic t on t.id = m.id
     where what = 'READERS' and r.person <> who and r.first_at >= since and r.first_at < before
     group by r.person;
end $$;
revoke execute on function topic.given_and_got(text, timestamptz, timestamptz) from public;
grant execute on function topic.given_and_got(text, timestamptz, timestamptz) to ${app};
