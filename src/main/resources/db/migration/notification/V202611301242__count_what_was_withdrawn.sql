-- A withdrawn topic is there for whoever hears that it was withdrawn; what was marked as read is not unread.
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
                                          where t.id = u.topic and t.state = case u.what when 'TOPIC_WITHDRAWN' then 'withdrawn'
                                                                              else 'published' end
                                            and t.addressees && mine.principals) end
                   and (u.what <> 'NOTICE_CHASED'
                        or not exists (select from notice.entry e where e.topic = u.topic and e.at > u.at))
                   and not exists (select from topic.reading r
                                    where r.topic = u.topic and r.person = u.person
                                      and r.version >= coalesce(u.version, 1) and r.last_at >= u.at)
                   and not exists (select from topic.set_aside s
                                    where s.topic = u.topic and s.person = u.person
                                      and s.version >= coalesce(u.version, 1) and s.at >= u.at)
                 limit 100) few)
      from notification.item i
     cross join lateral (select notification.answers(i.person) as principals) mine
     where i.happening = of_happening and i.person = any (people) and cardinality(mine.principals) > 0
       and (i.topic is null or exists (select from topic.topic t
                                        where t.id = i.topic and t.addressees && mine.principals
                                          and t.state = case i.what when 'TOPIC_WITHDRAWN' then 'withdrawn'
                                                                    else 'published' end));
end $$;

create or replace function notification.stands(of_item uuid) returns boolean
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    i  notification.item;
    it notification.happening;
begin
    select * into i from notification.item x where x.id = of_item;
    if i.id is null or i.seen_at is not null then
        return false;
    end if;
    -- What is told to few is asked again as it was when it happened; of what goes to many this would ask for all of them.
    if i.topic is null or i.what in ('NOTICE_CHASED', 'SUPPORT_ASKED', 'COPY_ASKED', 'SHARING_PROPOSED', 'REVIEW_CHASED')
    then
        select * into it from notification.happening h where h.id = i.happening;
        if not exists (select from notification.concerned(it) c where c.person = i.person) then
            return false;
        end if;
        if i.topic is null or i.what = 'NOTICE_CHASED' then
            return true;
        end if;
    end if;
    if i.what = 'COMMENT_POSTED'
       and exists (select from topic.comment c where c.id = i.subject and c.removed_at is not null) then
        return false;
    end if;
    return not exists (select from topic.reading r
                        where r.topic = i.topic and r.person = i.person and r.last_at >= i.at
                          and r.version >= coalesce(i.version, 1))
       and not exists (select from topic.set_aside s
                        where s.topic = i.topic and s.person = i.person and s.at >= i.at
                          and s.version >= coalesce(i.version, 1))
       and not (i.weight <> 'must'
                and exists (select from topic.follow f
                             where f.topic = i.topic and f.person = i.person
                               and (f.mode = 'muted' or f.mode = 'mentions' and i.why <> 'MENTION')));
end $$;
