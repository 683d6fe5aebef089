-- One move that fails keeps nobody else from moving: the job asks which are due and takes each by itself. Nobody is moved
-- into an organisation that does not take part; such a move waits.
drop function membership.take_moves(date);

create function membership.due_moves(today date) returns setof uuid
    language sql stable security definer
    set search_path = ''
    as $$
    select m.id
      from membership.move m join membership.organisation o on o.id = m.goes_to and o.status = 'active'
     where m.accepted and m.done_at is null and m.on_day <= today
     order by m.on_day, m.asked_at, m.id $$;

-- Whoever moves is stood in for no longer where they were, and stands in for nobody there. Substitutions are seen by
-- colleagues alone, which the job is not: they end here, those that have not begun too.
create function membership.take_move(wanted uuid, today date)
    returns table (person uuid, was_at uuid, goes_to uuid, successor uuid, accepted_by uuid)
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    it    membership.move;
    those uuid[];
begin
    update membership.move m set done_at = now()
     where m.id = wanted and m.accepted and m.done_at is null and m.on_day <= today
       and exists (select from membership.organisation o where o.id = m.goes_to and o.status = 'active')
    returning m.* into it;
    if it.id is null then
        return;
    end if;
    those := array(select x.id from membership.substitution x
                    where x.organisation = it.was_at and it.person in (x.person, x.substitute)
                      and x.ends_at > now());
    update membership.belonging b set until = greatest(b.since, now())
     where b.substitution = any (those) and b.until > now();
    update membership.substitution x set ends_at = greatest(x.since, now()) where x.id = any (those);
    return query select it.person, it.was_at, it.goes_to, it.successor, it.decided_by;
end $$;
revoke execute on function membership.due_moves(date), membership.take_move(uuid, date) from public;
grant execute on function membership.due_moves(date), membership.take_move(uuid, date) to ${app};
