-- A message that waited for its server may come due at night: the quiet hours of its reader hold when it leaves, not only
-- when it was written. What cannot be switched off leaves at any hour; a digest leaves at the hour that was asked for.
create or replace function notification.claim(moment timestamptz, at_most integer)
    returns table (mail uuid, person uuid, organisation uuid, address text, locale text, item uuid, digest_day date,
                   weight text, tries integer, stop uuid, made_at timestamptz)
    language plpgsql volatile security definer
    set search_path = ''
    as $$
#variable_conflict use_column
begin
    update notification.mail m set next_at = notification.after_quiet(moment, s.zone, s.quiet_from, s.quiet_until)
      from notification.setting s
     where m.state = 'waiting' and m.next_at <= moment and m.item is not null and m.weight <> 'must'
       and s.person = m.person and s.quiet_from is not null
       and notification.after_quiet(moment, s.zone, s.quiet_from, s.quiet_until) > moment;
    return query
    with due as (
        select m.id from notification.mail m
         where m.state = 'waiting' and m.next_at <= moment
         order by case m.weight when 'must' then 0 when 'direct' then 1 else 2 end, m.next_at, m.id
         limit at_most
           for update skip locked),
    taken as (
        update notification.mail m set state = 'leaving', tries = m.tries + 1 from due where m.id = due.id
        returning m.*)
    select t.id, t.person, coalesce(seat.organisation, t.person), p.email, p.locale, t.item, t.digest_day, t.weight,
           t.tries, s.stop, t.made_at
      from taken t
      join membership.person p on p.id = t.person
      left join notification.setting s on s.person = t.person
      left join lateral (select x.organisation from membership.seat x
                          where x.person = t.person and x.since <= now() and (x.until is null or x.until > now())
                          order by x.since limit 1) seat on true;
end $$;
