-- What one person answers to today: membership.principals for somebody else than the reader.
create function notification.answers(who uuid) returns uuid[]
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    seats uuid[];
begin
    select array_agg(s.organisation) into seats
      from membership.seat s
      join membership.organisation o on o.id = s.organisation and o.status = 'active'
      join membership.person p on p.id = s.person and p.status = 'active'
     where s.person = who and s.since <= now() and (s.until is null or s.until > now());
    if seats is null then
        return '{}';
    end if;
    return seats || membership.everyone() || who || array(
        select b.principal
          from membership.belonging b
          left join membership.office f on f.id = b.principal
         where b.person = who and b.since <= now() and (b.until is null or b.until > now())
           and (f.id is null or f.organisation = any (seats)));
end $$;

-- For the pages that are open: what those of these people who may read it were told of one happening, and how much each
-- has not read. Ids and counts.
create function notification.counts(of_happening uuid, people uuid[])
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
                   and (u.topic is null or exists (select from topic.topic t
                                                    where t.id = u.topic and t.state = 'published' and t.addressees && mine.principals))
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
revoke execute on function notification.answers(uuid), notification.counts(uuid, uuid[]) from public;
grant execute on function notification.counts(uuid, uuid[]) to ${app};
