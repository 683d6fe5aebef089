-- What a matter does to the event is asked of the event owner, and is unconfirmed until they have said it.
alter table desk.standing add column confirmed boolean not null default false;
comment on column desk.standing.confirmed is 'the event owner''s liaison has said this impact and this extent';

-- The question goes out in the desk's own words: the liaison learns what is asked, and no more of the matter.
create table desk.inquiry (
    id           uuid primary key default gen_random_uuid(),
    matter       uuid not null references desk.matter,
    organisation uuid not null,
    office       uuid not null,
    words        text not null check (length(words) between 1 and 2000),
    asked_at     timestamptz not null,
    asked_by     uuid not null,
    impact       text check (impact in ('NONE', 'POSSIBLE', 'PRESENT')),
    extent       text not null default '' check (length(extent) <= 500),
    answered_at  timestamptz,
    answered_by  uuid,
    check ((impact is null) = (answered_at is null)),
    check ((answered_at is null) = (answered_by is null))
);
create unique index on desk.inquiry (matter, office) where answered_at is null;
create index on desk.inquiry (office) where answered_at is null;

alter table desk.inquiry enable row level security;
create policy concerned on desk.inquiry for select to ${app}
    using ((select desk.staff()) or office = any ((select membership.principals())::uuid[]));
create policy asked on desk.inquiry for insert to ${app} with check ((select desk.staff()));
grant select (id, organisation, office, words, asked_at, impact, extent, answered_at) on desk.inquiry to ${app};
grant insert on desk.inquiry to ${app};

-- The questions about one matter: for the desk. Whom the desk asks sees the question, not which matter it is about.
create function desk.inquiries(wanted uuid) returns setof uuid
    language sql stable security definer
    set search_path = ''
    as $$ select i.id from desk.inquiry i where i.matter = wanted and (select desk.staff()) $$;

-- The liaison answers, and the ticket follows without their seeing it.
create function desk.confirm_impact(wanted uuid, said text, how_far text, moment timestamptz) returns boolean
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    asked desk.inquiry;
begin
    select * into asked from desk.inquiry i where i.id = wanted and i.office = any (membership.principals()) for update;
    if not found then
        raise exception 'only the liaison who was asked answers' using errcode = '42501';
    end if;
    if asked.answered_at is not null then
        return false;
    end if;
    update desk.inquiry set impact = said, extent = how_far, answered_at = moment, answered_by = membership.reader()
     where id = wanted;
    perform from desk.matter where topic = asked.matter for no key update;
    perform from desk.ticket where matter = asked.matter for update;
    with ended as (
        update desk.standing set until = moment where matter = asked.matter and until is null returning *)
    insert into desk.standing (matter, since, by, status, priority, impact, extent, visibility, cause, effect, severity,
                               team, assignee, confirmed)
    select e.matter, moment, membership.reader(), e.status, e.priority, said, how_far, e.visibility, e.cause, e.effect,
           e.severity, e.team, e.assignee, true from ended e;
    return true;
end $$;

-- As before, and what was confirmed stays confirmed.
create or replace function desk.turn(wanted uuid, turned text, moment timestamptz) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if not desk.ours(wanted) or turned not in ('WITHDRAWN', 'RESPONDING') then
        raise exception 'only the reporter takes a matter back or up again' using errcode = '42501';
    end if;
    perform from desk.matter where topic = wanted for no key update;
    perform from desk.ticket where matter = wanted for update;
    update desk.matter
       set status = turned, merged_into = null, closed_at = case when turned = 'WITHDRAWN' then moment end,
           waiting_since = case when turned = 'RESPONDING' then coalesce(waiting_since, moment) end
     where topic = wanted;
    with ended as (
        update desk.standing set until = moment where matter = wanted and until is null returning *)
    insert into desk.standing (matter, since, by, status, priority, impact, extent, visibility, cause, effect, severity,
                               team, assignee, confirmed)
    select e.matter, moment, membership.reader(), turned, e.priority, e.impact, e.extent, e.visibility, e.cause, e.effect,
           e.severity, e.team, e.assignee, e.confirmed from ended e;
end $$;

revoke execute on function desk.inquiries(uuid), desk.confirm_impact(uuid, text, text, timestamptz) from public;
grant execute on function desk.inquiries(uuid), desk.confirm_impact(uuid, text, text, timestamptz) to ${app};
