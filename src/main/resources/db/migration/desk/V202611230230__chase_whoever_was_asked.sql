-- Whoever was asked and never answers is reminded, then the second contact learns of it, then they are telephoned: the
-- agency that was asked for help, and now the event owner's liaison, too.
alter table desk.chase drop constraint chase_clock_check, drop constraint chase_step_check;
alter table desk.chase
    add constraint chase_clock_check check (clock in ('ACKNOWLEDGE', 'TRIAGE', 'REPLY', 'HELP', 'IMPACT')),
    add constraint chase_step_check check (step in ('REMIND', 'SECOND', 'CALL'));
comment on column desk.chase.subject is 'the matter itself, the request for help or the question that nobody has answered';
alter table desk.call drop constraint call_clock_check;
alter table desk.call
    add constraint call_clock_check check (clock in ('ACKNOWLEDGE', 'TRIAGE', 'REPLY', 'HELP', 'IMPACT'));

-- The questions that nobody has answered, with the matter each is about: for the desk. Whom it asks may not select that.
create function desk.open_inquiries() returns table (id uuid, matter uuid, organisation uuid, asked_at timestamptz)
    language sql stable security definer
    set search_path = ''
    as $$ select i.id, i.matter, i.organisation, i.asked_at from desk.inquiry i
           where i.answered_at is null and (select desk.staff()) $$;
revoke execute on function desk.open_inquiries() from public;
grant execute on function desk.open_inquiries() to ${app};

-- As before, and the questions: a question has as long as a request for help.
create or replace function desk.clocks(acknowledge interval, triage interval, reply interval, help interval)
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
                    where s.matter = h.matter and s.until is null and s.status not in ('CLOSED', 'MERGED', 'WITHDRAWN'))
     union all
    select i.matter, 'IMPACT', i.id, i.organisation, i.asked_at + help
      from desk.open_inquiries() i
     where exists (select from desk.standing s
                    where s.matter = i.matter and s.until is null and s.status not in ('CLOSED', 'MERGED', 'WITHDRAWN')) $$;

-- The same for a job that is nobody, and for the Overall Lead, who learns a number; nobody else may execute it.
create function desk.every_clock(acknowledge interval, triage interval, reply interval, help interval)
    returns table (matter uuid, clock text, subject uuid, organisation uuid, due_at timestamptz)
    language sql stable security definer
    set search_path = ''
    as $$
    select c.* from desk.clocks(acknowledge, triage, reply, help) c
     union
    select i.matter, 'IMPACT', i.id, i.organisation, i.asked_at + help
      from desk.inquiry i
     where i.answered_at is null
       and exists (select from desk.standing s
                    where s.matter = i.matter and s.until is null and s.status not in ('CLOSED', 'MERGED', 'WITHDRAWN')) $$;
revoke execute on function desk.every_clock(interval, interval, interval, interval) from public;

drop function desk.chase_due(timestamptz, interval, interval, interval, interval, interval, interval);
create function desk.chase_due(moment timestamptz, acknowledge interval, triage interval, reply interval, help interval,
                               second_after interval, call_after interval)
    returns table (matter uuid, clock text, step text, subject uuid, organisation uuid)
    language sql volatile security definer
    set search_path = ''
    as $$
    with due as (
        select c.* from desk.every_clock(acknowledge, triage, reply, help) c where c.due_at <= moment),
    taken as (
        insert into desk.chase (matter, clock, subject, due_at, step, at)
        select d.matter, d.clock, d.subject, d.due_at, s.step, moment
          from due d
         cross join lateral (values ('REMIND', d.due_at), ('SECOND', d.due_at + second_after),
                                    ('CALL', d.due_at + call_after)) s (step, at)
         where s.at <= moment and (s.step <> 'REMIND' or d.clock in ('HELP', 'IMPACT'))
        on conflict do nothing
        returning chase.matter, chase.clock, chase.subject, chase.due_at, chase.step),
    opened as (
        insert into desk.call (matter, clock, subject, due_at, organisation, opened_at)
        select d.matter, d.clock, d.subject, d.due_at, d.organisation, moment
          from taken t
          join due d on d.subject = t.subject and d.clock = t.clock and d.due_at = t.due_at
         where t.step = 'CALL'
        on conflict do nothing)
    select t.matter, t.clock, t.step, t.subject, d.organisation
      from taken t
      join due d on d.subject = t.subject and d.clock = t.clock and d.due_at = t.due_at $$;

create or replace function desk.escalated(acknowledge interval, triage interval, reply interval, help interval) returns integer
    language sql stable security definer
    set search_path = ''
    as $$ select count(distinct c.matter)::integer
            from desk.chase c
            join desk.every_clock(acknowledge, triage, reply, help) k
              on k.subject = c.subject and k.clock = c.clock and k.due_at = c.due_at
           where c.step = 'SECOND' and (select desk.reports()) $$;
revoke execute on function
    desk.chase_due(timestamptz, interval, interval, interval, interval, interval, interval) from public;
grant execute on function
    desk.chase_due(timestamptz, interval, interval, interval, interval, interval, interval) to ${app};

-- A word in the thread of a matter that is over, by somebody who is not on the reporter's side, opens nothing again; it
-- waits here until the desk has seen it.
create table desk.late_word (
    comment uuid primary key,
    matter  uuid not null references desk.matter,
    at      timestamptz not null,
    seen_at timestamptz,
    seen_by uuid,
    check ((seen_at is null) = (seen_by is null))
);
create index on desk.late_word (matter) where seen_at is null;
alter table desk.late_word enable row level security;
create policy desk_only on desk.late_word for select to ${app} using ((select desk.staff()));
create policy said on desk.late_word for insert to ${app}
    with check (exists (select from desk.matter m where m.topic = matter));
create policy seen on desk.late_word for update to ${app}
    using ((select desk.staff())) with check ((select desk.staff()) and seen_by = (select membership.reader()));
grant select, insert on desk.late_word to ${app};
grant update (seen_at, seen_by) on desk.late_word to ${app};
