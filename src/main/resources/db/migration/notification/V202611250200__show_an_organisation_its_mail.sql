-- What left by mail to the people of one organisation, for its administrators, for as long as each sat there. What it was
-- about is told only where the administrator may read it, it is not RED and it was not said to one person alone; what a
-- person heard of something that stands with their organisation hidden is not among it, nor what may have concerned
-- another organisation of theirs.
create function notification.own_mail(of_organisation uuid, since timestamptz, before timestamptz)
    returns table (mail uuid, person uuid, made_at timestamptz, next_at timestamptz, done_at timestamptz, state text,
                   weight text, digest boolean, reply text, item uuid, topic uuid, what text, step text, why text,
                   at timestamptz, label text)
    language sql stable security definer
    set search_path = ''
    as $$
    with mine as (select membership.principals() as principals)
    select m.id, m.person, m.made_at, m.next_at, m.done_at, m.state, m.weight, m.digest_day is not null, m.reply,
           case when told.openly then i.id end, case when told.openly then i.topic end,
           case when told.openly then i.what end, case when told.openly then i.step end,
           case when told.openly then i.why end, case when told.openly then i.at end,
           case when told.openly then m.tlp end
      from notification.mail m
      left join notification.item i on i.id = m.item
      left join topic.topic t on t.id = i.topic
     cross join mine
     cross join lateral (
           select coalesce(
                      i.why not in ('PERSON', 'SELF', 'SEARCH')
                      and case when i.topic is null
                               then i.subject = of_organisation or i.circle = of_organisation
                                    or i.circle = any (mine.principals)
                               else t.state = 'published' and t.addressees && mine.principals
                                    and t.tlp <> 'RED' and m.tlp is distinct from 'RED' end, false) as openly) told
     where of_organisation = any (membership.administered()) and m.made_at >= since and m.made_at < before
       and m.state <> 'dropped'
       and exists (select from membership.seat s
                    where s.person = m.person and s.organisation = of_organisation
                      and s.since <= m.made_at and (s.until is null or s.until > m.made_at))
       and (told.openly
            or not exists (select from membership.seat s
                            where s.person = m.person and s.organisation <> of_organisation
                              and s.since <= m.made_at and (s.until is null or s.until > m.made_at)))
       and not exists (select from topic.concealed c
                        where c.person = m.person
                          and (c.document = i.topic
                               or c.document in (select x.id from topic.comment x where x.topic = i.topic))) $$;

-- Whose mail is refused or given up: nothing has reached them since. Of these people alone; nobody else may execute it.
create function notification.unreached_of(people uuid[], moment timestamptz)
    returns table (mail uuid, person uuid, done_at timestamptz, reply text)
    language sql stable security definer
    set search_path = ''
    as $$
    select m.id, m.person, m.done_at, m.reply
      from notification.mail m
     where m.person = any (people) and m.state in ('refused', 'given_up')
       and m.done_at > moment - interval '30 days'
       and not exists (select from notification.mail l
                        where l.person = m.person and l.state in ('sent', 'kept') and l.done_at > m.done_at) $$;

-- Those whom an administrator answers for; of no organisation, the reader alone.
create function notification.looked_after(of_organisation uuid) returns uuid[]
    language sql stable security definer
    set search_path = ''
    as $$
    select case when of_organisation is null then array[membership.reader()]
                else array(select s.person from membership.seat s
                            where s.organisation = of_organisation
                              and of_organisation = any (membership.administered())
                              and s.since <= now() and (s.until is null or s.until > now())) end $$;

-- Each of them whom mail does not reach, with what the server said last.
create function notification.unreached(of_organisation uuid, moment timestamptz)
    returns table (person uuid, at timestamptz, reply text)
    language sql stable security definer
    set search_path = ''
    as $$
    select distinct on (u.person) u.person, u.done_at, u.reply
      from notification.unreached_of(notification.looked_after(of_organisation), moment) u
     order by u.person, u.done_at desc $$;

-- What did not reach them leaves again, as the same message; what nobody needs any more is dropped on the way.
create function notification.send_again(of_organisation uuid, moment timestamptz) returns integer
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    again integer;
begin
    with those as materialized (
        select u.mail, u.person
          from notification.unreached_of(notification.looked_after(of_organisation), moment) u),
    moved as (
        update notification.mail m set state = 'waiting', next_at = moment, done_at = null, tries = 0
          from those where m.id = those.mail and m.state in ('refused', 'given_up')
        returning m.person)
    select count(distinct person) into again from moved;
    return again;
end $$;

create index on notification.mail (person, made_at desc);

revoke execute on function notification.own_mail(uuid, timestamptz, timestamptz),
    notification.unreached_of(uuid[], timestamptz), notification.looked_after(uuid),
    notification.unreached(uuid, timestamptz), notification.send_again(uuid, timestamptz) from public;
grant execute on function notification.own_mail(uuid, timestamptz, timestamptz),
    notification.unreached(uuid, timestamptz), notification.send_again(uuid, timestamptz) to ${app};
