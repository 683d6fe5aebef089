-- Whoever takes over from somebody who moves is let into invited communities by their leads, as everybody is: they ask.
-- Where everybody may join they sit at once. Only in the transaction of the move, which names them.
create function community.take_over(whom uuid, heir uuid) returns setof uuid
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    it membership.move;
begin
    select m.* into it from membership.move m
     where m.person = whom and m.successor = heir and m.done_at = now();
    if it.id is null then
        raise exception 'only a move passes seats on' using errcode = '42501';
    end if;
    if not exists (select from membership.seat s
                    where s.person = heir and s.organisation = it.was_at and s.until is null) then
        return;
    end if;
    insert into membership.belonging (principal, circle, person, role, admitted_by)
    select b.principal, 'community', heir, b.role, it.decided_by
      from membership.belonging b join community.community c on c.id = b.principal
     where b.person = whom and b.until is null and c.kind = 'open' and c.closed_at is null
    on conflict (person, principal) where until is null do nothing;
    return query
    insert into community.request (community, person, reason)
    select b.principal, heir, '異動した同僚の後任です。 / Takes over from a colleague who moved.'
      from membership.belonging b join community.community c on c.id = b.principal
     where b.person = whom and b.until is null and c.kind = 'invited' and c.closed_at is null
       and not exists (select from membership.belonging own
                        where own.principal = b.principal and own.person = heir and own.until is null)
    on conflict do nothing
    returning community;
end $$;
revoke execute on function community.take_over(uuid, uuid) from public;
grant execute on function community.take_over(uuid, uuid) to ${app};
