create schema notice;
grant usage on schema notice to ${app};

-- What the Centre tells one organisation alone: a topic with what was seen, how bad it is, and until when to answer.
create table notice.notice (
    topic           uuid primary key references topic.topic,
    organisation    uuid not null references membership.organisation,
    finding         text not null check (finding in
                        ('ANNOUNCED_ATTACK', 'DDOS', 'FAKE_SITE', 'WEAK_AUTHENTICATION', 'EXPOSED_RDP',
                         'VULNERABLE_EXCHANGE', 'DISCLOSURE', 'MALICIOUS_TRAFFIC', 'OTHER')),
    severity        smallint not null check (severity between 1 and 4),
    what            text not null check (length(what) between 1 and 20000),
    advice          text not null check (length(advice) between 1 and 20000),
    observer        text not null check (length(observer) between 1 and 100),
    seen_at         timestamptz not null,
    sent_by         uuid not null references membership.person,
    sent_at         timestamptz not null,
    due_at          timestamptz not null check (due_at > sent_at),
    state           text not null default 'open' check (state in ('open', 'working', 'done', 'not_affected')),
    round           integer not null default 1 check (round > 0),
    until_at        timestamptz,
    first_answer_at timestamptz,
    recheck_at      timestamptz,
    remind_at       timestamptz,
    second_at       timestamptz,
    call_at         timestamptz,
    -- A record of the demo world whose particulars its source does not give.
    synthetic       boolean not null default false,
    check ((state = 'working') = (until_at is not null)),
    check (state = 'open' or first_answer_at is not null),
    -- Nobody is chased for what is settled.
    check ((state in ('done', 'not_affected')) = (remind_at is null)),
    check ((remind_at is null) = (second_at is null)),
    check ((remind_at is null) = (call_at is null)),
    check (recheck_at is null or state in ('done', 'not_affected'))
);
create index on notice.notice (organisation, sent_at desc);
create index on notice.notice (sent_at desc, topic);
create index on notice.notice (remind_at) where remind_at is not null;
create index on notice.notice (recheck_at) where recheck_at is not null;

-- Where it was seen; the asset through which the owner was found, if it was.
create table notice.place (
    topic    uuid not null references notice.notice,
    number   integer not null check (number > 0),
    shown    text not null check (length(shown) between 1 and 2100),
    asset    uuid references asset.asset,
    primary key (topic, number)
);
create index on notice.place (asset) where asset is not null;

-- What was answered and decided, step by step.
create table notice.entry (
    id           uuid primary key default gen_random_uuid(),
    topic        uuid not null references notice.notice,
    round        integer not null check (round > 0),
    kind         text not null check (kind in
                     ('not_affected', 'working', 'done', 'reopened', 'recheck_set', 'rechecked')),
    words        text not null default '' check (length(words) <= 2000),
    until_at     timestamptz,
    by           uuid not null references membership.person,
    organisation uuid not null references membership.organisation,
    at           timestamptz not null,
    late         boolean not null default false,
    spoken       boolean not null default false,
    check ((kind in ('working', 'reopened', 'recheck_set')) = (until_at is not null)),
    check (not spoken or kind in ('not_affected', 'working', 'done'))
);
create index on notice.entry (topic, at);

-- Each step of the ladder once.
create table notice.chase (
    topic uuid not null references notice.notice,
    round integer not null,
    step  text not null check (step in ('reminder', 'second', 'call', 'empty')),
    at    timestamptz not null,
    primary key (topic, round, step)
);

-- A telephone call for the duty officer to make.
create table notice.call (
    id        uuid primary key default gen_random_uuid(),
    topic     uuid not null references notice.notice,
    round     integer not null,
    reason    text not null check (reason in ('unanswered', 'empty')),
    opened_at timestamptz not null,
    tried_at  timestamptz,
    tried_by  uuid references membership.person,
    reached   boolean,
    said      text check (length(said) between 1 and 2000),
    closed_at timestamptz,
    unique (topic, round, reason),
    check ((tried_at is null) = (tried_by is null)),
    check ((tried_at is null) = (reached is null)),
    check ((tried_at is null) = (said is null)),
    -- A call that reached nobody is made again.
    check (closed_at is null or reached)
);
create index on notice.call (opened_at) where closed_at is null;

-- One finding, many owners: which notices were composed together is the Centre's to know.
create table notice.batch (
    id uuid primary key default gen_random_uuid(),
    by uuid not null references membership.person,
    at timestamptz not null
);
create table notice.batch_notice (
    batch uuid not null references notice.batch,
    topic uuid primary key references notice.notice
);
create index on notice.batch_notice (batch);

alter table notice.notice enable row level security;
create policy readable on notice.notice for select to ${app}
    using (exists (select from topic.topic t where t.id = topic));
create policy by_watch on notice.notice for insert to ${app}
    with check (sent_by = (select membership.reader()) and (select membership.holds('duty_desk'))
                and exists (select from topic.topic t where t.id = topic and t.kind = 'NOTICE'));
create policy answered on notice.notice for update to ${app}
    using (exists (select from topic.topic t where t.id = topic)
           and (organisation = any ((select membership.principals())::uuid[]) or (select membership.holds('duty_desk'))))
    with check (exists (select from topic.topic t where t.id = topic));

alter table notice.place enable row level security;
create policy readable on notice.place for select to ${app}
    using (exists (select from topic.topic t where t.id = topic));
create policy by_watch on notice.place for insert to ${app} with check ((select membership.holds('duty_desk')));

alter table notice.entry enable row level security;
create policy readable on notice.entry for select to ${app}
    using (exists (select from topic.topic t where t.id = topic));
create policy as_oneself on notice.entry for insert to ${app}
    with check (by = (select membership.reader()) and exists (select from topic.topic t where t.id = topic)
                and (organisation = any ((select membership.principals())::uuid[])
                     or (select membership.holds('duty_desk'))));

alter table notice.chase enable row level security;
create policy by_watch on notice.chase for select to ${app} using ((select membership.holds('duty_desk')));
alter table notice.call enable row level security;
create policy by_watch on notice.call for select to ${app} using ((select membership.holds('duty_desk')));
create policy tried_by_watch on notice.call for update to ${app}
    using ((select membership.holds('duty_desk')))
    with check ((select membership.holds('duty_desk')) and tried_by = (select membership.reader()));
alter table notice.batch enable row level security;
create policy by_watch on notice.batch to ${app}
    using ((select membership.holds('duty_desk')))
    with check ((select membership.holds('duty_desk')) and by = (select membership.reader()));
alter table notice.batch_notice enable row level security;
create policy by_watch on notice.batch_notice to ${app}
    using ((select membership.holds('duty_desk'))) with check ((select membership.holds('duty_desk')));

-- Whether anybody keeps the window of an organisation today.
create function notice.kept(wanted uuid) returns boolean
    language sql stable
    set search_path = ''
    as $$ select exists (
        select from membership.office f
          join membership.belonging b on b.principal = f.id and b.since <= now() and (b.until is null or b.until > now())
          join membership.seat s on s.person = b.person and s.organisation = f.organisation
           and s.since <= now() and (s.until is null or s.until > now())
          join membership.person p on p.id = b.person and p.status = 'active'
          join membership.organisation o on o.id = f.organisation and o.status = 'active'
         where f.kind = 'window' and f.organisation = wanted) $$;

-- For the job that chases: takes the steps that are due, each once, opens the calls, lets second contacts read, and
-- says what it took. A notice that is being answered at this moment is left for the next time. Ids, no content.
create function notice.chase_due(moment timestamptz)
    returns table (topic uuid, round integer, step text, sent_by uuid, organisation uuid)
    language plpgsql volatile security definer
    set search_path = ''
    as $$
#variable_conflict use_column
declare
    one record;
begin
    for one in
        with due as (
            select n.topic, n.round, n.organisation, n.sent_by, n.remind_at, n.second_at, n.call_at
              from notice.notice n
              join topic.topic t on t.id = n.topic and t.state = 'published'
             where n.remind_at is not null
               and (least(n.remind_at, n.second_at, n.call_at) <= moment or not notice.kept(n.organisation))
             order by n.topic
               for update of n skip locked),
        steps as (
            select d.topic, d.round, s.step
              from due d
             cross join lateral (values ('reminder', d.remind_at), ('second', d.second_at), ('call', d.call_at)) s (step, at)
             where s.at <= moment
             union all
            select d.topic, d.round, 'empty' from due d where not notice.kept(d.organisation)),
        taken as (
            insert into notice.chase (topic, round, step, at)
            select k.topic, k.round, k.step, moment from steps k
            on conflict do nothing
            returning chase.topic, chase.round, chase.step)
        select k.topic, k.round, k.step, d.sent_by, d.organisation from taken k join due d on d.topic = k.topic
    loop
        if one.step in ('call', 'empty') then
            insert into notice.call (topic, round, reason, opened_at)
            values (one.topic, one.round, case one.step when 'empty' then 'empty' else 'unanswered' end, moment)
            on conflict do nothing;
        elsif one.step = 'second' then
            perform topic.call_in(one.topic);
        end if;
        topic := one.topic;
        round := one.round;
        step := one.step;
        sent_by := one.sent_by;
        organisation := one.organisation;
        return next;
    end loop;
end $$;

grant select, insert on notice.notice, notice.place, notice.entry, notice.batch, notice.batch_notice to ${app};
grant update (state, round, until_at, due_at, first_answer_at, recheck_at, remind_at, second_at, call_at)
    on notice.notice to ${app};
grant select on notice.chase, notice.call to ${app};
grant update (tried_at, tried_by, reached, said, closed_at) on notice.call to ${app};

-- A door for the Centre's figures: how long notices took, without saying which or whose.
create function notice.insight_times(since timestamptz, before timestamptz)
    returns table (finding text, severity smallint, sent_at timestamptz, due_at timestamptz, first_view_at timestamptz,
                   first_answer_at timestamptz, synthetic boolean)
    language sql stable security definer
    set search_path = ''
    as $$ select n.finding, n.severity, n.sent_at, n.due_at,
                 (select min(r.first_at) from topic.reading r
                   where r.topic = n.topic and r.organisation = n.organisation),
                 n.first_answer_at, n.synthetic
            from notice.notice n
            join topic.topic t on t.id = n.topic and t.state = 'published'
           where (select membership.at_centre()) and n.sent_at >= since and n.sent_at < before
           order by n.sent_at, n.topic $$;
