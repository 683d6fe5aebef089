-- Which agency answers a request for help is between the desk, the reporter's side and that agency.
drop policy readable on desk.step;
create policy readable on desk.step for select to ${app}
    using (exists (select from topic.topic t where t.id = matter)
           and (act not in ('support_answered', 'support_ended')
                or organisation = any ((select membership.principals())::uuid[])
                or (select desk.staff())
                or desk.ours(matter)));

-- Nobody writes down what happened in the name of an organisation that is not theirs.
drop policy as_oneself on desk.step;
create policy as_oneself on desk.step for insert to ${app}
    with check (exists (select from topic.topic t where t.id = matter)
                and (person is null or person = (select membership.reader()))
                and (organisation is null or organisation = any ((select membership.principals())::uuid[])));

-- Whether the reader belongs to the organisation whose matter it is, in whatever capacity they read it: where the
-- organisation is hidden, none of its people speak openly.
create function desk.own_house(wanted uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select exists (
        select from desk.reporter r
         where r.matter = wanted and r.organisation = any (membership.principals())
           and exists (select from topic.topic t where t.id = wanted and t.addressees && membership.principals())) $$;
revoke execute on function desk.own_house(uuid) from public;
grant execute on function desk.own_house(uuid) to ${app};

-- As the desk does, the reporter's side locks the matter and its ticket before it looks how they stand; a matter that is
-- taken up again goes on by itself, whatever it was merged into.
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
                               team, assignee)
    select e.matter, moment, membership.reader(), turned, e.priority, e.impact, e.extent, e.visibility, e.cause, e.effect,
           e.severity, e.team, e.assignee from ended e;
end $$;
