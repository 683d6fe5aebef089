-- What has waited too long climbs a ladder: overdue on the board, the second contact, the telephone.
create table desk.chase (
    matter  uuid not null references desk.matter,
    clock   text not null check (clock in ('ACKNOWLEDGE', 'TRIAGE', 'REPLY', 'HELP')),
    subject uuid not null,
    due_at  timestamptz not null,
    step    text not null check (step in ('SECOND', 'CALL')),
    at      timestamptz not null,
    primary key (subject, clock, due_at, step)
);
comment on column desk.chase.subject is 'the matter itself, or the request for help that an agency leaves unanswered';
create index on desk.chase (matter);

-- A telephone call that the duty officer is to make, and what came of it.
create table desk.call (
    id           uuid primary key default gen_random_uuid(),
    matter       uuid not null references desk.matter,
    clock        text not null check (clock in ('ACKNOWLEDGE', 'TRIAGE', 'REPLY', 'HELP')),
    subject      uuid not null,
    due_at       timestamptz not null,
    organisation uuid not null,
    opened_at    timestamptz not null,
    tried_at     timestamptz,
    tried_by     uuid,
    said         text not null default '' check (length(said) <= 2000),
    closed_at    timestamptz,
    unique (subject, clock, due_at),
    check ((tried_at is null) = (tried_by is null)),
    check (closed_at is null or tried_at is not null)
);
create index on desk.call (opened_at) where closed_at is null;

alter table desk.chase enable row level security;
create policy desk_only on desk.chase for select to ${app} using ((select desk.staff()));
alter table desk.call enable row level security;
create policy desk_only on desk.call for select to ${app} using ((select desk.staff()));
create policy tried on desk.call for update to ${app}
    using ((select desk.staff())) with check ((select desk.staff()));
grant select on desk.chase, desk.call to ${app};
grant update (tried_at, tried_by, said, closed_at) on desk.call to ${app};

-- The clocks that run: what of, for whom, and when each ends. With the eyes of whoever asks.
create function desk.clocks(acknowledge interval, triage interval, reply interval, help interval)
    returns table (matter uuid, clock text, subject uuid, organisation uuid, due_at timestamptz)
    language sql stable
    set search_path = ''
    as $$
    select s.matter, case s.status when 'SUBMITTED' then 'ACKNOWLEDGE' else 'TRIAGE' end, s.matter, r.organisation,
           m.opened_at + case s.status when 'SUBMITTED' then acknowledge else triage end
      from desk.standing s
      join desk.matter m on m.topic = s.matter
      join desk.reporter r on r.matter = s.matter
     where s.until is null and s.status in ('SUBMITTED', 'ACKNOWLEDGED')
     union all
    select s.matter, 'REPLY', s.matter, r.organisation, m.waiting_since + reply
      from desk.standing s
      join desk.matter m on m.topic = s.matter and m.waiting_since is not null
      join desk.reporter r on r.matter = s.matter
     where s.until is null and s.status not in ('SUBMITTED', 'ACKNOWLEDGED', 'CLOSED', 'MERGED', 'WITHDRAWN')
     union all
    select h.matter, 'HELP', h.id, h.organisation, h.asked_at + help
      from desk.support h
     where h.verdict is null and h.ended_at is null
       and exists (select from desk.standing s
                    where s.matter = h.matter and s.until is null and s.status not in ('CLOSED', 'MERGED', 'WITHDRAWN')) $$;

-- For the job that chases: takes the steps that are due, each once, and opens the calls. Ids, no content.
create function desk.chase_due(moment timestamptz, acknowledge interval, triage interval, reply interval, help interval,
                               second_after interval, call_after interval)
    returns table (matter uuid, clock text, step text)
    language sql volatile security definer
    set search_path = ''
    as $$
    with due as (
        select c.* from desk.clocks(acknowledge, triage, reply, help) c
         where c.due_at + least(second_after, call_after) <= moment),
    taken as (
        insert into desk.chase (matter, clock, subject, due_at, step, at)
        select d.matter, d.clock, d.subject, d.due_at, s.step, moment
          from due d
         cross join lateral (values ('SECOND', d.due_at + second_after), ('CALL', d.due_at + call_after)) s (step, at)
         where s.at <= moment
        on conflict do nothing
        returning chase.matter, chase.clock, chase.subject, chase.due_at, chase.step),
    opened as (
        insert into desk.call (matter, clock, subject, due_at, organisation, opened_at)
        select d.matter, d.clock, d.subject, d.due_at, d.organisation, moment
          from taken t
          join due d on d.subject = t.subject and d.clock = t.clock and d.due_at = t.due_at
         where t.step = 'CALL'
        on conflict do nothing)
    select t.matter, t.clock, t.step from taken t $$;

-- How many matters wait beyond the second contact: for the desk and the Overall Lead, who is that contact.
create function desk.escalated(acknowledge interval, triage interval, reply interval, help interval) returns integer
    language sql stable security definer
    set search_path = ''
    as $$ select count(distinct c.matter)::integer
            from desk.chase c
            join desk.clocks(acknowledge, triage, reply, help) k
              on k.subject = c.subject and k.clock = c.clock and k.due_at = c.due_at
           where c.step = 'SECOND' and (select desk.reports()) $$;

revoke execute on function desk.clocks(interval, interval, interval, interval),
    desk.chase_due(timestamptz, interval, interval, interval, interval, interval, interval),
    desk.escalated(interval, interval, interval, interval) from public;
grant execute on function desk.clocks(interval, interval, interval, interval),
    desk.chase_due(timestamptz, interval, interval, interval, interval, interval, interval),
    desk.escalated(interval, interval, interval, interval) to ${app};
