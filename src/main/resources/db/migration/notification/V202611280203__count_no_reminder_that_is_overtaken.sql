-- As before; but a reminder about a notice counts no longer once somebody answered it, whoever it was, also where they work
-- on it still.
create or replace function notification.counts(of_happening uuid, people uuid[])
    returns table (person uuid, item uuid, unread integer)
    language plpgsql stable security definer
    set search_path = ''
    as $$
begin
    return query
    select i.person, i.id,
           (select count(*)::integer from (
                select from notification.item u
                 where u.person = i.person and u.seen_at is null
                   and case when u.topic is null
                            then exists (select from notification.happening h
                                          cross join lateral notification.concerned(h) c
                                          where h.id = u.happening and c.person = u.person)
                            else exists (select from topic.topic t
                                          where t.id = u.topic and t.state = 'published'
                                            and t.addressees && mine.principals) end
                   and (u.what <> 'NOTICE_CHASED'
                        or not exists (select from notice.entry e where e.topic = u.topic and e.at > u.at))
                   and not exists (select from topic.reading r
                                    where r.topic = u.topic and r.person = u.person
                                      and r.version >= coalesce(u.version, 1) and r.last_at >= u.at)
                 limit 100) few)
      from notification.item i
     cross join lateral (select notification.answers(i.person) as principals) mine
     where i.happening = of_happening and i.person = any (people) and cardinality(mine.principals) > 0
       and (i.topic is null or exists (select from topic.topic t
                                        where t.id = i.topic and t.state = 'published' and t.addressees && mine.principals));
end $$;
