-- Who has to hear of what. Edited in place: a module that has something new to tell adds its lines here, and two that do so
-- at once meet in this file. Earlier numbered migrations hold what stood here before.

-- Who has to hear of what happened to a topic, among those who may read it at this moment.
create or replace function notification.concerned_readers(it notification.happening)
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
               coalesce(g.mode, '') as of_community, h.person is not null as called
          from notification.answering(t.addressees) a
         cross join lateral notification.reason(a.person, a.matched) r
          left join topic.follow f on f.topic = t.id and f.person = a.person
          -- Of several communities, the one of which they want to hear most.
          left join lateral (
                select case max(case m.mode when 'all' then 4 when 'mentions' then 2 when 'muted' then 1 else 3 end)
                            when 4 then 'all' when 2 then 'mentions' when 1 then 'muted' end as mode
                  from unnest(a.matched) p (id)
                  join community.community c on c.id = p.id
                  left join topic.community_follow m on m.community = c.id and m.person = a.person
                 where r.why = 'COMMUNITY' and f.mode is null) g on true
          left join heard h on h.person = a.person
         where a.person is distinct from it.person),
    speakers as (
        select distinct coalesce(c.author, x.person) as person
          from topic.comment c left join topic.concealed x on x.document = c.id
         where it.what = 'COMMENT_POSTED' and c.topic = t.id and c.removed_at is null),
    told as (
        select r.person, r.mode, r.of_community, r.circle,
               case when r.called then 'MENTION'
                    when it.what <> 'COMMENT_POSTED' then r.why
                    when r.person = quoted then 'QUOTED'
                    when r.person = writer then 'AUTHOR'
                    when t.kind in ('NOTICE', 'MATTER') and r.why in ('PERSON', 'WINDOW', 'OFFICE') then r.why
                    when s.person is not null then 'PARTICIPANT'
                    when r.mode = 'all' or r.of_community = 'all' then 'FOLLOWING' end as why
          from readers r left join speakers s on s.person = r.person)
    select o.person, o.why, o.circle,
           case when it.what = 'BULLETIN_PUBLISHED' and it.step = 'urgent' then 'must'
                when it.what = 'TOPIC_POSTED' and o.why in ('PERSON', 'WINDOW', 'OFFICE') then 'must'
                when it.what = 'MATTER_REPORTED' and o.why in ('PERSON', 'WINDOW', 'OFFICE') then 'must'
                when it.what = 'COMMENT_POSTED' and o.why in ('PARTICIPANT', 'FOLLOWING') then 'usual'
                when o.of_community = 'all' then 'direct'
                when o.why in ('COMMUNITY', 'EVERYONE', 'ORGANISATION') and t.importance is distinct from 'IMPORTANT'
                     then 'usual'
                else 'direct' end as weight
      from told o
     where o.why is not null
       and case o.mode
               when 'muted' then it.what = 'BULLETIN_PUBLISHED' and it.step = 'urgent'
               when 'mentions' then o.why = 'MENTION' or it.what = 'BULLETIN_PUBLISHED' and it.step = 'urgent'
               -- A community that is muted is silent as a community; what is said to oneself is heard.
               else o.of_community not in ('mentions', 'muted') or o.why <> 'COMMUNITY'
                    or it.what = 'BULLETIN_PUBLISHED' and it.step = 'urgent' end;
end $$;
revoke execute on function notification.concerned_readers(notification.happening) from public;

-- Who has to hear that a topic was withdrawn: whoever opened it, or was written to about it, and may read it at this moment.
-- What had to be told to somebody is taken back as surely. Whoever reads the whole and its parts hears of the whole.
create or replace function notification.concerned_by_withdrawal(it notification.happening)
    returns table (person uuid, why text, circle uuid, weight text)
    language sql stable security definer
    set search_path = ''
    as $$
    select a.person, r.why, r.circle,
           case when exists (select from notification.item i
                              where i.person = a.person and i.at >= t.published_at - interval '1 minute'
                                and i.topic = t.id and i.weight = 'must') then 'must' else 'direct' end
      from topic.topic t
     cross join lateral notification.answering(t.addressees) a
     cross join lateral notification.reason(a.person, a.matched) r
     where t.id = it.topic and t.state = 'withdrawn'
       and a.person is distinct from coalesce(it.person, (
               select x.person from topic.concealed x where x.document = t.id and it.step = 'source'))
       and (exists (select from topic.reading d where d.topic = t.id and d.person = a.person)
            or exists (select from notification.item i
                         join notification.mail m on m.id = i.digest or m.item = i.id
                        where i.person = a.person and i.at >= t.published_at - interval '1 minute'
                          and i.topic = t.id and m.state in ('leaving', 'sent', 'kept')))
       and not exists (select from topic.topic whole
                         join topic.reading d on d.topic = whole.id and d.person = a.person
                        where whole.id = t.parent and whole.withdrawn_at = t.withdrawn_at
                          and whole.addressees && notification.answers(a.person)) $$;
revoke execute on function notification.concerned_by_withdrawal(notification.happening) from public;

-- Who has to hear of what happens to values, among those whom it concerns at this moment.
create or replace function notification.concerned_by_values(it notification.happening)
    returns table (person uuid, why text, circle uuid, weight text)
    language sql stable security definer
    set search_path = ''
    as $$
    -- Whose machines got what is taken back: the windows of their organisations.
    select a.person, 'WINDOW', f.id, 'direct'
      from (select distinct t.organisation from intel.taken_back t
             where it.what = 'VALUES_TAKEN_BACK' and t.run = it.subject and t.again_at is null) o
      join membership.office f on f.kind = 'window' and f.organisation = o.organisation
     cross join lateral notification.answering(array[f.id]) a
    union all
    -- Whose an object turned out to be, and who held it: the windows of both.
    select a.person, 'WINDOW', f.id, 'direct'
      from intel.given g
      join membership.office f on f.kind = 'window' and (f.organisation = g.source or f.organisation = any (g.holders))
     cross join lateral notification.answering(array[f.id]) a
     where it.what = 'OBJECT_GIVEN' and g.collection = it.subject and g.at = it.at
    union all
    -- Who brought something is asked; who asked hears the answer.
    select h.person, 'WINDOW', f.id, 'must'
      from intel.permit p
      join membership.office f on f.kind = 'window' and f.organisation = p.source
     cross join lateral notification.holding('window', p.source) h
     where it.what = 'PUSH_ASKED' and p.id = it.subject and p.answer is null
    union all
    select a.person, 'SELF', null, 'direct'
      from intel.permit p
     cross join lateral notification.answering(array[p.asked_by]) a
     where it.what in ('PUSH_ANSWERED', 'PUSH_REVOKED') and p.id = it.subject
    union all
    -- Whose words were held back and wait, if they still do.
    select a.person, 'WINDOW', f.id, 'direct'
      from membership.office f
     cross join lateral notification.answering(array[f.id]) a
     where it.what = 'WORDS_HELD' and f.kind = 'window' and f.organisation = it.subject
       and exists (select from intel.cut c where c.source = it.subject and c.released_at is null)
    union all
    -- Who takes in what came by mail, as long as any of it waits that came then or since.
    select h.person, 'DUTY', null, 'direct' from notification.holding('editors', null) h
     where it.what = 'DROPS_WAIT'
       and exists (select from intel.dropped d where d.mail is not null and d.at >= it.at - interval '1 second')
    union all
    select h.person, 'DUTY', null, 'direct' from notification.holding('duty_desk', null) h
     where it.what = 'ENQUIRY_MADE'
       and exists (select from intel.enquiry e where e.id = it.subject and e.verdict is null)
    union all
    -- A provider is asked what it thinks of a value, and again; whoever asked the Centre hears the answer.
    select h.person, 'WINDOW', f.id, 'must'
      from intel.opinion o
      join intel.enquiry e on e.id = o.enquiry and e.verdict is null
      join membership.office f on f.kind = 'window' and f.organisation = o.provider
     cross join lateral notification.holding('window', o.provider) h
     where o.enquiry = it.subject and o.verdict is null
       and (it.what = 'OPINION_ASKED' and o.asked_at = it.at
            or it.what = 'OPINION_REMINDED' and o.reminded_at = it.at)
    union all
    -- What a provider answered, or did not in its time, is told to whoever asked it; where they no longer judge, to the desk.
    select w.person, w.why, null, 'direct'
      from (select distinct o.asked_by
              from intel.opinion o
              join intel.enquiry e on e.id = o.enquiry and e.verdict is null
             where o.enquiry = it.subject
               and (it.what = 'OPINION_GIVEN' and o.answered_at = it.at
                    or it.what = 'OPINION_OVERDUE' and o.verdict is null and o.reminded_at = it.at
                       and o.due_at <= it.at)) a
     cross join lateral (
           with judges as (select h.person from notification.holding('duty_desk', null) h
                           union select h.person from notification.holding('editors', null) h)
           select j.person, 'SELF' as why from judges j where j.person = a.asked_by
           union all
           select h.person, 'DUTY' from notification.holding('duty_desk', null) h
            where a.asked_by not in (select j.person from judges j)) w
    union all
    select a.person, 'SELF', null, 'direct'
      from intel.enquiry e
     cross join lateral notification.answering(array[e.person]) a
     where it.what = 'ENQUIRY_ANSWERED' and e.id = it.subject and e.verdict is not null
    union all
    -- Whoever is to block, or to let go, and has not said that it did.
    select h.person, 'WINDOW', f.id, 'must'
      from intel.blocklist_standing s
      join membership.office f on f.kind = 'window' and f.organisation = s.organisation
     cross join lateral notification.holding('window', s.organisation) h
     where s.list = it.subject and s.owes is not null
       and (it.what = 'BLOCKING_PUSHED' and s.pushed_at = it.at
            or it.what = 'BLOCKING_TAKEN_BACK' and s.owes = 'withdrawal' and s.taken_back_at = it.at
            or it.what = 'BLOCKING_REMINDED' and s.reminded_at = it.at) $$;
revoke execute on function notification.concerned_by_values(notification.happening) from public;

-- Who has to hear of a match of a kept search, of sharing onward, of a matter that waits too long, and of a question
-- about the event.
create or replace function notification.concerned_besides(it notification.happening)
    returns table (person uuid, why text, circle uuid, weight text)
    language plpgsql stable security definer
    set search_path = ''
    as $$
#variable_conflict use_column
declare
    t      topic.topic;
    writer uuid;
begin
    if it.what in ('SEARCH_MATCHED', 'ONWARD_ASKED', 'ONWARD_ANSWERED') then
        select * into t from topic.topic x where x.id = it.topic and x.state = 'published';
        if t.id is null then
            return;
        end if;
        writer := coalesce(t.author, (select x.person from topic.concealed x where x.document = t.id));
    end if;
    return query
    with readers as (select a.person, a.matched from notification.answering(t.addressees) a where t.id is not null)
    -- Whose search it is, unless they wrote it, have read it, do not want to hear of it, or hear of it anyway.
    select r.person, 'SEARCH', null::uuid, 'direct' from readers r
     where it.what = 'SEARCH_MATCHED' and r.person = it.person and r.person is distinct from writer
       and exists (select from topic.saved_search s
                    where s.id = it.subject and s.person = r.person and s.told_since is not null)
       and not exists (select from topic.reading d
                        where d.topic = t.id and d.person = r.person and d.version >= t.version)
       and not exists (select from topic.set_aside d
                        where d.topic = t.id and d.person = r.person and d.version >= t.version)
       and not exists (select from topic.follow f where f.topic = t.id and f.person = r.person and f.mode = 'muted')
       and not exists (select from notification.item i
                        where i.topic = t.id and i.person = r.person and i.happening <> it.id
                          and (i.weight in ('must', 'direct') or i.digest is not null
                               or exists (select from notification.mail m
                                           where m.item = i.id and m.state not in ('dropped', 'given_up'))))
    union all
    -- The source is asked; who asked hears the answer.
    select r.person, 'AUTHOR', null, 'direct' from readers r
     where it.what = 'ONWARD_ASKED' and r.person is distinct from it.person
       and exists (select from topic.onward o where o.id = it.subject and o.answer is null)
       and (r.person = writer
            or t.kind = 'BULLETIN' and exists (select from membership.office f
                                                where f.kind in ('editors', 'approvers') and f.id = any (r.matched))
            or t.tlp <> 'RED' and exists (select from topic.steward s
                                           where s.topic = t.id and s.revises and s.principal = any (r.matched)))
    union all
    select r.person, 'SELF', null, 'direct' from readers r
     where it.what = 'ONWARD_ANSWERED'
       and exists (select from topic.asker a where a.onward = it.subject and a.person = r.person)
    union all
    -- A report upwards that is missing is told to those who make it and to the Overall Lead, who approves it.
    select a.person, 'DUTY', null, 'must'
      from desk.missed m
     cross join lateral (
               select h.person from notification.holding('duty_desk', null) h
               union
               select b.person from notification.answering(array(
                          select s.person from membership.seat s
                           where 'OVERALL_LEAD' = any (s.roles) and s.since <= now()
                             and (s.until is null or s.until > now()))) b) a
     where it.what = 'REPORT_MISSED' and m.id = it.subject
       and not exists (select from desk.upward u
                        where u.series = m.series and u.day = m.day and u.half = m.half and u.sent_at is not null)
    union all
    -- The Overall Lead is the second contact of the desk; whoever is on duty telephones. Neither learns which matter here.
    select a.person, 'DUTY', null, 'must'
      from notification.answering(array(
               select s.person from membership.seat s
                where 'OVERALL_LEAD' = any (s.roles) and s.since <= now() and (s.until is null or s.until > now()))) a
     where it.what = 'MATTER_LATE'
       and exists (select from desk.chase c where c.matter = it.subject and c.step = 'SECOND')
       and not exists (select from desk.standing n where n.matter = it.subject and n.since > it.at)
    union all
    select h.person, 'DUTY', null, 'must' from notification.holding('duty_desk', null) h
     where it.what = 'MATTER_CALL'
       and exists (select from desk.call c where c.matter = it.subject and c.closed_at is null)
    union all
    -- Whoever is asked about the event learns of the question, not of the matter.
    select h.person, 'OFFICE', q.office, 'must'
      from desk.inquiry q
     cross join lateral notification.holding('liaison_oc', q.organisation) h
     where it.what = 'IMPACT_ASKED' and q.id = it.subject and q.answered_at is null;
end $$;
revoke execute on function notification.concerned_besides(notification.happening) from public;

-- Who has to hear of what concerns organisations and their people, as it stands at this moment.
create or replace function notification.concerned_by_membership(it notification.happening)
    returns table (person uuid, why text, circle uuid, weight text)
    language sql stable security definer
    set search_path = ''
    as $$
    -- Whether somebody, or an organisation, still takes part is asked of those who administer it.
    select a.person, 'DUTY', null::uuid, 'must'
      from notification.answering(array(
               select s.person from membership.seat s
                where s.organisation = it.subject and 'ORG_ADMIN' = any (s.roles)
                  and s.since <= now() and (s.until is null or s.until > now()))) a
     where it.what = 'PERSON_ASKED' and a.person <> it.person
           and exists (select from membership.reminder r where r.person = it.person and r.organisation = it.subject)
        or it.what = 'ORGANISATION_ASKED'
           and exists (select from membership.organisation_reminder r where r.organisation = it.subject)
    union all
    -- An address changed by somebody else's hand is seen by its owner, and by whoever administers them.
    select a.person, case when a.person = it.person then 'SELF' else 'DUTY' end, null, 'direct'
      from notification.answering(array(
               select s.person from membership.seat s
                where s.since <= now() and (s.until is null or s.until > now())
                  and (s.person = it.person
                       or 'ORG_ADMIN' = any (s.roles)
                          and s.organisation in (select t.organisation from membership.seat t
                                                  where t.person = it.person and t.since <= now()
                                                    and (t.until is null or t.until > now()))))) a
     where it.what = 'ADDRESS_CHANGED'
    union all
    -- Whoever is on duty looks for somebody else while nobody keeps the window.
    select h.person, 'DUTY', null, 'must' from notification.holding('duty_desk', null) h
     where it.what = 'WINDOW_EMPTIED' and not notice.kept(it.subject)
       and exists (select from membership.organisation o where o.id = it.subject and o.status = 'active')
    union all
    -- The side that somebody moves to says yes or no: its administrators, or the Centre's where it has none.
    select a.person, 'DUTY', null, 'must'
      from notification.answering(array(
               select s.person from membership.seat s
                where s.since <= now() and (s.until is null or s.until > now())
                  and (s.organisation = it.subject and 'ORG_ADMIN' = any (s.roles)
                       or 'ADMINISTRATOR' = any (s.roles)
                          and not exists (select from membership.seat x
                                           where x.organisation = it.subject and 'ORG_ADMIN' = any (x.roles)
                                             and x.since <= now() and (x.until is null or x.until > now()))))) a
     where it.what = 'MOVE_ASKED' and a.person <> it.person
       and exists (select from membership.move m
                    where m.person = it.person and m.goes_to = it.subject and m.accepted is null and m.done_at is null)
    union all
    -- Whoever moves, and those who administer what they leave (the Centre's where nobody does), hear that it is agreed, that it
    -- is off, and that it is done. Who was never told that it is agreed is not told that it is off.
    select a.person, case when a.person = m.person then 'SELF' else 'DUTY' end, null, 'must'
      from membership.move m
     cross join lateral notification.answering(array[m.person] || array(
               select s.person from membership.seat s
                where s.since <= now() and (s.until is null or s.until > now())
                  and (s.organisation = m.was_at and 'ORG_ADMIN' = any (s.roles)
                       or 'ADMINISTRATOR' = any (s.roles)
                          and not exists (select from membership.seat x
                                           where x.organisation = m.was_at and 'ORG_ADMIN' = any (x.roles)
                                             and x.since <= now() and (x.until is null or x.until > now()))))) a
     where it.what in ('MOVE_ACCEPTED', 'MOVE_DECLINED', 'PERSON_MOVED') and m.id = it.subject
       and case it.what
               when 'MOVE_ACCEPTED' then m.accepted and m.done_at is null and a.person is distinct from m.decided_by
               when 'PERSON_MOVED' then m.done_at is not null
               else not m.accepted and a.person is distinct from m.decided_by
                    and (a.person <> m.person
                         or exists (select from notification.item i
                                     where i.person = m.person and i.subject = m.id and i.what = 'MOVE_ACCEPTED')) end
    union all
    -- The leads of what somebody left with their seat, unless they are back.
    select a.person, 'LEAD', it.subject, 'direct'
      from notification.answering(array[it.subject]) a
      join membership.belonging b on b.person = a.person and b.principal = it.subject and b.role = 'lead'
       and b.since <= now() and (b.until is null or b.until > now())
     where it.what = 'MEMBER_LEFT' and a.person <> it.person
       and exists (select from membership.belonging l where l.person = it.person and l.principal = it.subject)
       and not exists (select from membership.belonging l where l.person = it.person and l.principal = it.subject
                                                             and (l.until is null or l.until > now()))
    union all
    -- For whom they stood in, and who stood in for them, where their seat ended.
    select a.person, 'SELF', null, 'direct'
      from (select max(s.until) as ended from membership.seat s
             where s.person = it.person and s.organisation = it.subject) seat
      join membership.substitution x on x.organisation = it.subject and it.person in (x.person, x.substitute)
       and (x.ends_at = seat.ended or x.since >= seat.ended and x.ends_at = x.since)
     cross join lateral notification.answering(
               array[case when x.person = it.person then x.substitute else x.person end]) a
     where it.what = 'SUBSTITUTE_LEFT'
     group by a.person
    union all
    -- Where it was ended early: the other one of the two, or both where somebody else ended it.
    select a.person, 'SELF', null, 'direct'
      from membership.substitution x
     cross join lateral notification.answering(array[x.person, x.substitute]) a
     where it.what = 'SUBSTITUTION_ENDED' and x.id::text = it.step and a.person is distinct from it.person
    union all
    -- Whoever was here since then has been reminded enough.
    select a.person, 'SELF', null, 'direct'
      from notification.answering(array[it.person]) a
      join membership.person p on p.id = a.person and (p.last_seen_at is null or p.last_seen_at < it.at)
     where it.what = 'PERSON_REMINDED'
       and exists (select from membership.reminder r where r.person = it.person and r.organisation = it.subject) $$;
revoke execute on function notification.concerned_by_membership(notification.happening) from public;

-- Who has to hear of anything else, among those who may read it at this moment.
create or replace function notification.concerned(it notification.happening)
    returns table (person uuid, why text, circle uuid, weight text)
    language plpgsql stable security definer
    set search_path = ''
    as $$
#variable_conflict use_column
declare
    them     uuid[];
    standing boolean;
begin
    if it.what in ('TOPIC_POSTED', 'TOPIC_REVISED', 'COMMENT_POSTED', 'BULLETIN_PUBLISHED', 'MATTER_REPORTED',
                   'MATTER_UPDATED') then
        return query select * from notification.concerned_readers(it);
        return;
    end if;
    if it.what = 'TOPIC_WITHDRAWN' then
        return query select * from notification.concerned_by_withdrawal(it);
        return;
    end if;
    if it.what ~ '^(VALUES|OBJECT|BLOCKING|PUSH|WORDS|DROPS|ENQUIRY|OPINION)_' then
        return query select * from notification.concerned_by_values(it);
        return;
    end if;
    if it.what in ('PERSON_ASKED', 'PERSON_REMINDED', 'ADDRESS_CHANGED', 'ORGANISATION_ASKED', 'WINDOW_EMPTIED', 'MOVE_ASKED',
                   'MOVE_ACCEPTED', 'MOVE_DECLINED', 'PERSON_MOVED', 'MEMBER_LEFT', 'SUBSTITUTE_LEFT',
                   'SUBSTITUTION_ENDED') then
        return query select * from notification.concerned_by_membership(it);
        return;
    end if;
    if it.what in ('SEARCH_MATCHED', 'ONWARD_ASKED', 'ONWARD_ANSWERED', 'MATTER_LATE', 'MATTER_CALL',
                   'IMPACT_ASKED', 'REPORT_MISSED') then
        return query select * from notification.concerned_besides(it);
        return;
    end if;
    if it.topic is not null then
        select t.addressees into them from topic.topic t where t.id = it.topic and t.state = 'published';
        if them is null then
            return;
        end if;
    end if;
    -- Whoever answers, also that they work on it until a time, ends what was chased before.
    standing := it.what = 'NOTICE_CHASED'
                and exists (select from notice.notice n where n.topic = it.topic and n.state in ('open', 'working'))
                and not exists (select from notice.entry e where e.topic = it.topic and e.at > it.at);
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
        or (it.what = 'NOTICE_CHASED' and it.step in ('reminder', 'second') and standing
            -- After days without a mail server nobody gets two at once.
            and not (it.step = 'reminder'
                     and exists (select from notice.chase k
                                  where k.topic = it.topic and k.step = 'second' and k.at >= it.at - interval '1 second')))
        or (it.what = 'SUPPORT_ASKED'
            and exists (select from desk.support s
                         where s.matter = it.topic and s.organisation = it.subject
                           and s.answered_at is null and s.ended_at is null))
        or (it.what = 'MATTER_SHARED' and not exists (
                select from desk.support s
                 where s.matter = it.topic and s.organisation = it.subject
                   and s.asked_at between it.at and it.at + interval '5 seconds'))
    union all
    select d.person, 'DUTY', null, case it.what when 'NOTICE_CHASED' then 'must' else 'direct' end from desk d
     where (it.what = 'NOTICE_CHASED' and it.step in ('call', 'empty')
            and standing)
        or it.what in ('NOTICE_ANSWERED', 'SUPPORT_ANSWERED', 'COPY_ANSWERED')
    union all
    -- The reporter's side of a matter: who wrote it, and the window of their organisation.
    select r.person, 'AUTHOR', null, case it.what when 'MATTER_MOVED' then 'direct' else 'must' end
      from readers r
     where (it.what = 'MATTER_MOVED'
            or (it.what = 'SHARING_PROPOSED'
                and exists (select from desk.proposal p where p.matter = it.topic and p.verdict is null))
            or (it.what = 'COPY_ASKED'
                and exists (select from sanitised.chain h
                              join sanitised.asking q on q.manuscript = h.manuscript
                             where h.matter = it.topic
                               and not exists (select from sanitised.answer w where w.asking = q.id))))
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
     where it.what in ('ASSETS_REGISTERED', 'ASSETS_DECLINED')
    union all
    -- An end that was put off by a renewal, or by taking the asset out, concerns nobody any more; a newer word of ends
    -- stands for the older.
    select h.person, 'WINDOW', null, 'direct' from notification.holding('window', it.subject) h
     where it.what in ('ASSETS_ENDING', 'ASSETS_ENDED')
       and exists (select from asset.asset s
                    where s.organisation = it.subject and s.state = 'registered'
                      and case it.what when 'ASSETS_ENDED' then s.ended_told = s.expires_at
                               else s.renewal_at is null and s.ending_told = s.expires_at
                                    and s.ended_told is distinct from s.expires_at end)
       and not exists (select from notification.item l
                        where l.person = h.person and l.what = it.what and l.subject = it.subject and l.at > it.at)
    union all
    select h.person, 'WINDOW', null, 'direct'
      from asset.asset s
     cross join lateral notification.holding('window', s.organisation) h
     where it.what = 'ASSET_REMOVED' and s.id = it.subject and s.state = 'removed'
    union all
    -- That a no holds no more is told to who looks after the organisation's assets, and to who asked for this one.
    select w.person, w.why, null, 'direct'
      from asset.asset s
      join asset.lifting l on l.asset = s.id
     cross join lateral (
               select h.person, 'WINDOW' as why from notification.holding('window', s.organisation) h
               union all
               select a.person, 'SELF' from notification.answering(array[s.asked_by]) a
                where exists (select from membership.seat x
                               where x.person = a.person and x.organisation = s.organisation
                                 and x.since <= now() and (x.until is null or x.until > now()))) w
     where it.what = 'ASSET_NO_LIFTED' and s.id = it.subject and w.person is distinct from it.person;
end $$;
