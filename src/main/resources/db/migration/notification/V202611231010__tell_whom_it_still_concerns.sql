-- Those on duty look after what reached nobody. To whom everything else was written would tell them who stands behind a
-- hidden question: its author is the only one whom an answer concerns at once.
drop policy watched on notification.mail;
create policy watched on notification.mail for select to ${app}
    using ((select membership.has_role('ADMINISTRATOR'))
           or state in ('refused', 'given_up') and (select membership.holds('duty_desk')));

-- A zone that this database does not know moves nothing; it must not keep everybody else from being told.
create or replace function notification.after_quiet(moment timestamptz, zone text, quiet_from smallint, quiet_until smallint)
    returns timestamptz
    language plpgsql stable
    set search_path = ''
    as $$
declare
    here timestamp;
    hour integer;
begin
    if quiet_from is null then
        return moment;
    end if;
    here := moment at time zone zone;
    hour := extract(hour from here);
    if not (case when quiet_from < quiet_until then hour >= quiet_from and hour < quiet_until
                 else hour >= quiet_from or hour < quiet_until end) then
        return moment;
    end if;
    return (date_trunc('day', here) + make_interval(hours => quiet_until)
            + case when hour < quiet_until then interval '0' else interval '1 day' end) at time zone zone;
exception when invalid_parameter_value then
    return moment;
end $$;

-- The line went dead while the server had the words: it leaves again under the same Message-ID, and is counted. Not at
-- once, and not for ever: a server that never answers to the last dot would be sent the same words without end.
drop function notification.perhaps_taken(uuid, timestamptz, text);
create function notification.perhaps_taken(of_mail uuid, moment timestamptz, again_at timestamptz, said text) returns void
    language sql volatile security definer
    set search_path = ''
    as $$
    update notification.mail
       set state = case when again_at is null then 'given_up' else 'waiting' end,
           next_at = coalesce(again_at, next_at), done_at = case when again_at is null then moment end,
           again = again + 1, reply = left(said, 500)
     where id = of_mail and state = 'leaving' $$;
revoke execute on function notification.perhaps_taken(uuid, timestamptz, timestamptz, text) from public;
grant execute on function notification.perhaps_taken(uuid, timestamptz, timestamptz, text) to ${app};

-- Whether what is no topic still concerns the reader: an office that ended, a seat that was left, a request that somebody
-- decided tell nothing any more. A topic is asked for its readers instead.
create function notification.concerns(of_item uuid) returns boolean
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    i  notification.item;
    it notification.happening;
begin
    select * into i from notification.item x where x.id = of_item and x.person = membership.reader();
    if i.id is null then
        return false;
    end if;
    select * into it from notification.happening h where h.id = i.happening;
    return exists (select from notification.concerned(it) c where c.person = i.person);
end $$;
revoke execute on function notification.concerns(uuid) from public;
grant execute on function notification.concerns(uuid) to ${app};

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
       and not (i.weight <> 'must'
                and exists (select from topic.follow f
                             where f.topic = i.topic and f.person = i.person
                               and (f.mode = 'muted' or f.mode = 'mentions' and i.why <> 'MENTION')));
end $$;

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

-- Getting in again after everything was lost ends every way in; the address of a feed is one.
create or replace function notification.feed_reader(hash bytea) returns uuid
    language sql stable security definer
    set search_path = ''
    as $$
    select f.person from notification.feed f
      join membership.person p on p.id = f.person and p.status = 'active' and p.kind = 'human'
     where f.token = hash
       and not exists (select from membership.recovery r where r.person = f.person and r.used_at >= f.made_at) $$;
