-- How far the people of one of the reader's own organisations have come with a topic, as far as each may read it. The
-- readers of a topic for everyone are the whole country; beside a topic stand a handful of colleagues.
create function topic.colleagues(of uuid, seat uuid)
    returns table (person uuid, version integer, first_at timestamptz, last_at timestamptz, confirmed_at timestamptz)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
    them uuid[];
begin
    select t.addressees into them from topic.topic t where t.id = of and t.addressees && mine;
    if them is null or not seat = any (mine) then
        return;
    end if;
    return query
    select p.id, r.version, r.first_at, r.last_at, r.confirmed_at
      from membership.seat s
      join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
      left join lateral (select x.version, x.first_at, x.last_at, x.confirmed_at from topic.reading x
                          where x.topic = of and x.person = p.id
                          order by x.version desc limit 1) r on true
     where s.organisation = seat and s.since <= now() and (s.until is null or s.until > now())
       and (them && array[membership.everyone(), p.id, seat]
            or exists (select from membership.belonging b
                         left join membership.office f on f.id = b.principal
                        where b.person = p.id and b.principal = any (them)
                          and b.since <= now() and (b.until is null or b.until > now())
                          and (f.id is null or f.organisation = seat)))
     order by r.first_at nulls last, p.id;
end $$;
