-- When the quiet hours of a person end, if it is quiet for them at that moment; else that moment.
create function notification.after_quiet(moment timestamptz, zone text, quiet_from smallint, quiet_until smallint)
    returns timestamptz
    language plpgsql stable
    set search_path = ''
    as $$
declare
    here timestamp := moment at time zone zone;
    hour integer := extract(hour from here);
begin
    if quiet_from is null or not (case when quiet_from < quiet_until then hour >= quiet_from and hour < quiet_until
                                       else hour >= quiet_from or hour < quiet_until end) then
        return moment;
    end if;
    return (date_trunc('day', here) + make_interval(hours => quiet_until)
            + case when hour < quiet_until then interval '0' else interval '1 day' end) at time zone zone;
end $$;

-- Spreads what happened to those it concerns, the oldest first, each in one statement and one transaction. What is
-- direct waits a little: whoever reads it on the site meanwhile gets no mail.
create function notification.spread(moment timestamptz, first_digest timestamptz, site_zone text, patience interval)
    returns integer
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    it   notification.happening;
    told integer;
begin
    select * into it from notification.happening h where h.spread_at is null and h.next_at <= moment
     order by h.number limit 1 for update skip locked;
    if it.id is null then
        return null;
    end if;
    begin
    with items as (
        insert into notification.item (happening, person, what, topic, subject, version, step, why, circle, weight, at)
        select it.id, c.person, it.what, it.topic, it.subject, it.version, it.step, c.why, c.circle, c.weight, it.at
          from (select distinct on (x.person) x.* from notification.concerned(it) x
                 order by x.person, case x.weight when 'must' then 0 when 'direct' then 1 else 2 end, x.why) c
         -- A list of things to approve grows item by item; its keeper is told once.
         where it.what <> 'ASSETS_ASKED' or not exists (
               select from notification.item e
                where e.person = c.person and e.what = it.what and e.subject = it.subject and e.seen_at is null
                  and e.at > it.at - interval '1 hour')
        on conflict (happening, person) do nothing
        returning id, person, weight),
    known as (
        insert into notification.setting (person, zone, digest_next)
        select i.person, site_zone, first_digest from items i
        on conflict (person) do nothing),
    mails as (
        insert into notification.mail (person, item, weight, made_at, next_at)
        select i.person, i.id, i.weight, moment,
               case i.weight when 'must' then moment
                    else notification.after_quiet(moment + patience, coalesce(s.zone, site_zone),
                                                  s.quiet_from, s.quiet_until) end
          from items i
          join membership.person p on p.id = i.person and p.email is not null
          left join notification.setting s on s.person = i.person
         where case i.weight when 'must' then true
                             when 'direct' then coalesce(s.mail, 'direct') in ('all', 'direct')
                             else coalesce(s.mail, 'direct') = 'all' end)
    select count(*) into told from items;
    update notification.happening set spread_at = moment where id = it.id;
    if told > 0 then
        perform pg_notify('noroshi_notification', it.id::text);
    end if;
    return told;
    exception when others then
        -- One that fails must not hold up the others; it is tried again, ever more seldom.
        raise warning 'what happened could not be spread: % %', it.id, sqlerrm;
        update notification.happening
           set tries = tries + 1, next_at = moment + make_interval(mins => least(tries + 1, 60)) where id = it.id;
        return 0;
    end;
end $$;

-- May this be told at this moment? Not when it was read, taken back, muted, settled or decided meanwhile; whether the
-- person may read it is asked by the person's own eyes when the message is written.
create function notification.stands(of_item uuid) returns boolean
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
    if i.what = 'NOTICE_CHASED' or i.topic is null then
        select * into it from notification.happening h where h.id = i.happening;
        return exists (select from notification.concerned(it) c where c.person = i.person);
    end if;
    return not exists (select from topic.reading r
                        where r.topic = i.topic and r.person = i.person and r.last_at >= i.at
                          and r.version >= coalesce(i.version, 1))
       and not (i.weight <> 'must'
                and exists (select from topic.follow f
                             where f.topic = i.topic and f.person = i.person
                               and (f.mode = 'muted' or f.mode = 'mentions' and i.why <> 'MENTION')));
end $$;

-- At the start nothing is on its way: what was leaving when the platform stopped leaves again under the same Message-ID.
create function notification.resume(moment timestamptz) returns integer
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    found integer;
begin
    update notification.mail set state = 'waiting', next_at = moment, again = again + 1 where state = 'leaving';
    get diagnostics found = row_count;
    return found;
end $$;

-- Takes messages whose time has come, what must be told first. Ids and addresses, no content.
create function notification.claim(moment timestamptz, at_most integer)
    returns table (mail uuid, person uuid, organisation uuid, address text, locale text, item uuid, digest_day date,
                   weight text, tries integer, stop uuid, made_at timestamptz)
    language plpgsql volatile security definer
    set search_path = ''
    as $$
#variable_conflict use_column
begin
    return query
    with due as (
        select m.id from notification.mail m
         where m.state = 'waiting' and m.next_at <= moment
         order by case m.weight when 'must' then 0 when 'direct' then 1 else 2 end, m.next_at, m.id
         limit at_most
           for update skip locked),
    taken as (
        update notification.mail m set state = 'leaving', tries = m.tries + 1 from due where m.id = due.id
        returning m.*)
    select t.id, t.person, coalesce(seat.organisation, t.person), p.email, p.locale, t.item, t.digest_day, t.weight,
           t.tries, s.stop, t.made_at
      from taken t
      join membership.person p on p.id = t.person
      left join notification.setting s on s.person = t.person
      left join lateral (select x.organisation from membership.seat x
                          where x.person = t.person and x.since <= now() and (x.until is null or x.until > now())
                          order by x.since limit 1) seat on true;
end $$;

-- What became of a message that was leaving.
create function notification.left_as(of_mail uuid, now_state text, moment timestamptz, again_at timestamptz,
                                     label text, said text)
    returns void
    language sql volatile security definer
    set search_path = ''
    as $$
    update notification.mail
       set state = now_state, next_at = coalesce(again_at, next_at),
           done_at = case when now_state = 'waiting' then null else moment end,
           -- A server that nobody reaches is not a try of the message's own.
           tries = case when now_state = 'waiting' and said = '' then tries - 1 else tries end,
           tlp = coalesce(label, tlp), reply = left(said, 500)
     where id = of_mail and state = 'leaving' $$;

-- The line went dead while the server had the words: it leaves again under the same Message-ID, and is counted.
create function notification.perhaps_taken(of_mail uuid, moment timestamptz, said text) returns void
    language sql volatile security definer
    set search_path = ''
    as $$
    update notification.mail set state = 'waiting', next_at = moment, again = again + 1, reply = left(said, 500)
     where id = of_mail and state = 'leaving' $$;

create function notification.keep(of_mail uuid, words text, whole text) returns void
    language sql volatile security definer
    set search_path = ''
    as $$
    insert into notification.letter (mail, subject, body)
    select m.id, words, whole from notification.mail m where m.id = of_mail and m.state = 'leaving'
    on conflict (mail) do update set subject = excluded.subject, body = excluded.body $$;

revoke execute on function notification.after_quiet(timestamptz, text, smallint, smallint),
    notification.spread(timestamptz, timestamptz, text, interval), notification.stands(uuid),
    notification.resume(timestamptz), notification.claim(timestamptz, integer),
    notification.left_as(uuid, text, timestamptz, timestamptz, text, text), notification.keep(uuid, text, text), notification.perhaps_taken(uuid, timestamptz, text)
    from public;
grant execute on function notification.spread(timestamptz, timestamptz, text, interval), notification.stands(uuid),
    notification.resume(timestamptz), notification.claim(timestamptz, integer),
    notification.left_as(uuid, text, timestamptz, timestamptz, text, text), notification.keep(uuid, text, text), notification.perhaps_taken(uuid, timestamptz, text)
    to ${app};
