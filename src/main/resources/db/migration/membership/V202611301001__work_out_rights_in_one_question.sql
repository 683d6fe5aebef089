-- Whom a reader belongs to is worked out at the beginning of every page. Seats and what follows from them are one question instead of two.
create or replace function membership.work_out_principals() returns uuid[]
    language plpgsql stable security definer parallel safe
    set search_path = ''
    as $$
declare
    who uuid := membership.reader();
begin
    return coalesce((
        select seats.held || membership.everyone() || who || array(
                   select b.principal
                     from membership.belonging b
                     left join membership.office f on f.id = b.principal
                    where b.person = who and b.since <= now() and (b.until is null or b.until > now())
                      and (f.id is null or f.organisation = any (seats.held)))
          from (select array_agg(s.organisation) as held
                  from membership.seat s
                  join membership.organisation o on o.id = s.organisation and o.status = 'active'
                  join membership.person p on p.id = s.person and p.status = 'active'
                 where s.person = who and s.since <= now() and (s.until is null or s.until > now())) seats
         where seats.held is not null), '{}');
end $$;
