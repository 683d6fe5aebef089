-- The people who answer to some of these principals today, with those they answer to: the rule of membership.principals,
-- said for many people at once. AnsweringForManyTests compares the two.
create function notification.answering(wanted uuid[]) returns table (person uuid, matched uuid[])
    language sql stable security definer
    set search_path = ''
    as $$
    with candidates as (
        select p.id from membership.person p
         where p.kind = 'human' and p.status = 'active'
           and (membership.everyone() = any (wanted) or p.id = any (wanted))
        union
        select s.person from membership.seat s where s.organisation = any (wanted)
        union
        select b.person from membership.belonging b where b.principal = any (wanted)),
    seated as (
        select s.person, array_agg(s.organisation) as organisations
          from candidates c
          join membership.seat s on s.person = c.id and s.since <= now() and (s.until is null or s.until > now())
          join membership.organisation o on o.id = s.organisation and o.status = 'active'
          join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
         group by s.person),
    circles as (
        select s.person, array_agg(b.principal) as principals
          from seated s
          join membership.belonging b on b.person = s.person and b.principal = any (wanted)
           and b.since <= now() and (b.until is null or b.until > now())
          left join membership.office f on f.id = b.principal
         where f.id is null or f.organisation = any (s.organisations)
         group by s.person),
    matching as (
        select s.person, array(select w from unnest(wanted) w
                                where w = membership.everyone() or w = s.person or w = any (s.organisations)
                                   or w = any (coalesce(c.principals, '{}'))) as matched
          from seated s left join circles c on c.person = s.person)
    select m.person, m.matched from matching m where cardinality(m.matched) > 0 $$;

-- Which of the principals one shares with a topic says best why one has it.
create function notification.reason(who uuid, matched uuid[]) returns table (why text, circle uuid)
    language sql stable security definer
    set search_path = ''
    as $$
    select case when m.p = who then 'PERSON'
                when f.kind = 'window' then 'WINDOW'
                when f.id is not null then 'OFFICE'
                when m.p = membership.everyone() then 'EVERYONE'
                when o.id is not null then 'ORGANISATION'
                else 'COMMUNITY' end,
           case when m.p in (who, membership.everyone()) then null else m.p end
      from unnest(matched) as m (p)
      left join membership.office f on f.id = m.p
      left join membership.organisation o on o.id = m.p
     order by case when m.p = who then 0 when f.kind = 'window' then 1 when f.id is not null then 2
                   when o.id is not null then 3 when m.p = membership.everyone() then 5 else 4 end, m.p
     limit 1 $$;

-- People who hold an office of this kind today, of one organisation or of any.
create function notification.holding(office_kind text, of_organisation uuid) returns table (person uuid)
    language sql stable security definer
    set search_path = ''
    as $$
    select a.person from notification.answering(array(
        select f.id from membership.office f
         where f.kind = office_kind and (of_organisation is null or f.organisation = of_organisation))) a $$;

-- Who has to hear of what happened to a topic, among those who may read it at this moment.
create function notification.concerned_readers(it notification.happening)
    returns table (person uuid, why text, circle uuid, weight text)
    language plpgsql stable security definer
    set search_path = ''
    as $$
#variable_conflict use_column
declare
    t        topic.topic;
    writer   uuid;
    spoken   uuid := it.topic;
    quoted   uuid;
    addressed boolean;
begin
    select * into t from topic.topic x where x.id = it.topic and x.state = 'published';
    if t.id is null or (it.what in ('TOPIC_POSTED', 'TOPIC_REVISED') and t.kind not in ('POST', 'QUESTION')) then
        return;
    end if;
    writer := coalesce(t.author, (select x.person from topic.concealed x where x.document = t.id));
    if it.what = 'COMMENT_POSTED' then
        select coalesce(c.author, (select x.person from topic.concealed x where x.document = c.id)), c.id,
               (select coalesce(q.author, (select x.person from topic.concealed x where x.document = q.id))
                  from topic.comment q where q.id = c.quotes)
          into it.person, spoken, quoted
          from topic.comment c where c.id = it.subject and c.removed_at is null;
        if spoken is null then
            return;
        end if;
    elsif it.what in ('TOPIC_POSTED', 'TOPIC_REVISED', 'BULLETIN_PUBLISHED', 'NOTICE_SENT', 'MATTER_REPORTED') then
        it.person := writer;
    elsif it.what = 'MATTER_UPDATED' then
        it.person := coalesce((select v.by from topic.version v where v.topic = t.id and v.number = it.version), writer);
    end if;
    return query
    with heard as (
        -- A text calls people, or an office or a community for its people.
        select x.person from notification.answering(array(
            select m.person from topic.mention m where m.document = spoken)) x),
    readers as (
        select a.person, r.why, r.circle, coalesce(f.mode, '') as mode,
               h.person is not null as called
          from notification.answering(t.addressees) a
         cross join lateral notification.reason(a.person, a.matched) r
          left join topic.follow f on f.topic = t.id and f.person = a.person
          left join heard h on h.person = a.person
         where a.person is distinct from it.person),
    speakers as (
        select distinct coalesce(c.author, x.person) as person
          from topic.comment c left join topic.concealed x on x.document = c.id
         where it.what = 'COMMENT_POSTED' and c.topic = t.id and c.removed_at is null),
    told as (
        select r.person, r.mode, r.circle,
               case when r.called then 'MENTION'
                    when it.what <> 'COMMENT_POSTED' then r.why
                    when r.person = quoted then 'QUOTED'
                    when r.person = writer then 'AUTHOR'
                    when t.kind in ('NOTICE', 'MATTER') and r.why in ('PERSON', 'WINDOW', 'OFFICE') then r.why
                    when s.person is not null then 'PARTICIPANT'
                    when r.mode = 'all' then 'FOLLOWING' end as why
          from readers r left join speakers s on s.person = r.person)
    select o.person, o.why, o.circle,
           case when it.what = 'BULLETIN_PUBLISHED' and it.step = 'urgent' then 'must'
                when it.what = 'TOPIC_POSTED' and o.why in ('PERSON', 'WINDOW', 'OFFICE') then 'must'
                when it.what = 'MATTER_REPORTED' and o.why in ('PERSON', 'WINDOW', 'OFFICE') then 'must'
                when it.what = 'COMMENT_POSTED' and o.why in ('PARTICIPANT', 'FOLLOWING') then 'usual'
                when o.why in ('COMMUNITY', 'EVERYONE', 'ORGANISATION') and t.importance is distinct from 'IMPORTANT'
                     then 'usual'
                else 'direct' end as weight
      from told o
     where o.why is not null
       and case o.mode
               when 'muted' then it.what = 'BULLETIN_PUBLISHED' and it.step = 'urgent'
               when 'mentions' then o.why = 'MENTION' or it.what = 'BULLETIN_PUBLISHED' and it.step = 'urgent'
               else true end;
end $$;

-- Who has to hear of anything else, among those who may read it at this moment.
create function notification.concerned(it notification.happening)
    returns table (person uuid, why text, circle uuid, weight text)
    language plpgsql stable security definer
    set search_path = ''
    as $$
#variable_conflict use_column
declare
    them uuid[];
begin
    if it.what in ('TOPIC_POSTED', 'TOPIC_REVISED', 'COMMENT_POSTED', 'BULLETIN_PUBLISHED', 'MATTER_REPORTED',
                   'MATTER_UPDATED') then
        return query select * from notification.concerned_readers(it);
        return;
    end if;
    if it.topic is not null then
        select t.addressees into them from topic.topic t where t.id = it.topic and t.state = 'published';
        if them is null then
            return;
        end if;
    end if;
    return query
    with readers as (select a.person, a.matched from notification.answering(them) a where them is not null),
    of_window as (
        -- Those of one organisation who read it through their window, or were brought in.
        select r.person, case when r.person = any (r.matched) then 'PERSON' else 'WINDOW' end as why, f.id as circle
          from readers r join membership.office f on f.kind = 'window' and f.organisation = it.subject
         where f.id = any (r.matched)
            or (r.person = any (r.matched)
                and exists (select from membership.seat s where s.person = r.person and s.organisation = it.subject
                                                           and s.since <= now() and (s.until is null or s.until > now())))),
    desk as (select r.person from readers r join notification.holding('duty_desk', null) h on h.person = r.person)
    select w.person, w.why, w.circle, 'must' from of_window w
     where it.what in ('NOTICE_SENT', 'NOTICE_REOPENED')
        or (it.what = 'NOTICE_CHASED' and it.step in ('reminder', 'second')
            and exists (select from notice.notice n where n.topic = it.topic and n.state in ('open', 'working')))
        or it.what = 'SUPPORT_ASKED'
        or (it.what = 'MATTER_SHARED' and not exists (
                select from desk.support s
                 where s.matter = it.topic and s.organisation = it.subject
                   and s.asked_at between it.at and it.at + interval '5 seconds'))
    union all
    select d.person, 'DUTY', null, case it.what when 'NOTICE_CHASED' then 'must' else 'direct' end from desk d
     where (it.what = 'NOTICE_CHASED' and it.step in ('call', 'empty')
            and exists (select from notice.notice n where n.topic = it.topic and n.state in ('open', 'working')))
        or it.what in ('NOTICE_ANSWERED', 'SUPPORT_ANSWERED')
    union all
    -- The reporter's side of a matter: who wrote it, and the window of their organisation.
    select r.person, 'AUTHOR', null, case it.what when 'SHARING_PROPOSED' then 'must' else 'direct' end
      from readers r
     where it.what in ('SHARING_PROPOSED', 'MATTER_MOVED')
       and exists (select from desk.reporter o
                    where o.matter = it.topic
                      and (o.person = r.person
                           or exists (select from membership.office f
                                       where f.kind = 'window' and f.organisation = o.organisation
                                         and f.id = any (r.matched))))
    union all
    select h.person, 'DUTY', null, 'must'
      from notification.holding('approvers', null) h join readers r on r.person = h.person
      join bulletin.edition e on e.topic = it.topic and e.version = it.version and e.reviewed_by is null
     where it.what = 'REVIEW_CHASED' and h.person <> e.released_by and not h.person = any (e.contributors)
    union all
    select r.person, 'AUTHOR', null, 'direct'
      from readers r join bulletin.edition e on e.topic = it.topic and e.version = it.version
     where it.what = 'BULLETIN_REVIEWED' and r.person = any (e.contributors || e.released_by)
    union all
    select h.person, 'DUTY', null, 'must'
      from notification.holding('approvers', null) h
      join bulletin.manuscript m on m.id = it.subject and m.state = 'in_review' and not h.person = any (m.contributors)
     where it.what = 'MANUSCRIPT_SUBMITTED'
    union all
    select a.person, 'AUTHOR', null, 'direct'
      from bulletin.manuscript m
     cross join lateral notification.answering(array(
               select f.id from membership.office f where f.kind in ('editors', 'approvers'))) a
     where it.what in ('MANUSCRIPT_RETURNED', 'MANUSCRIPT_APPROVED') and m.id = it.subject
       and m.state = case it.what when 'MANUSCRIPT_RETURNED' then 'returned' else 'approved' end
       and a.person = any (m.contributors) and a.person is distinct from it.person
    union all
    select a.person, 'LEAD', it.subject, 'must'
      from notification.answering(array[it.subject]) a
      join membership.belonging b on b.person = a.person and b.principal = it.subject and b.role = 'lead'
       and b.since <= now() and (b.until is null or b.until > now())
     where it.what = 'ADMISSION_ASKED'
       and exists (select from community.request q
                    where q.community = it.subject and q.person = it.person and q.decided_at is null)
    union all
    -- Only who is still seated hears of the seat.
    select a.person, 'SELF', it.subject, 'direct'
      from notification.answering(array[it.person]) a
     where it.what in ('SEAT_TAKEN', 'LEAD_NAMED')
       and exists (select from membership.belonging b
                    where b.person = it.person and b.principal = it.subject
                      and b.since <= now() and (b.until is null or b.until > now()))
    union all
    select h.person, 'DUTY', null, 'must' from notification.holding('duty_desk', null) h
     where it.what = 'ASSETS_ASKED'
       and exists (select from asset.asset s where s.organisation = it.subject
                                                     and (s.state = 'waiting' or s.renewal_at is not null))
    union all
    select h.person, 'WINDOW', null, 'usual' from notification.holding('window', it.subject) h
     where it.what in ('ASSETS_REGISTERED', 'ASSETS_DECLINED');
end $$;

revoke execute on function notification.answering(uuid[]), notification.reason(uuid, uuid[]),
    notification.holding(text, uuid), notification.concerned_readers(notification.happening),
    notification.concerned(notification.happening) from public;
