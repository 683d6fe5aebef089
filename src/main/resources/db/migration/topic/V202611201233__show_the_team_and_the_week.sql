-- How far the reader's own organisation has come with these topics: who of it may read the current version, who has
-- opened it, who has confirmed it. Asked for colleagues only, so that its cost follows the size of the organisation.
create function topic.team(of uuid[], seat uuid)
    returns table (topic uuid, person uuid, seen boolean, confirmed boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    if not seat = any (mine) then
        return;
    end if;
    return query
    with colleague as (
        select p.id, array[membership.everyone(), p.id, seat] || array(
                   select b.principal
                     from membership.belonging b
                     left join membership.office f on f.id = b.principal
                    where b.person = p.id and b.since <= now() and (b.until is null or b.until > now())
                      and (f.id is null or f.organisation = seat)) as principals
          from membership.seat s
          join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
         where s.organisation = seat and s.since <= now() and (s.until is null or s.until > now()))
    select t.id, c.id, r.topic is not null, r.confirmed_at is not null
      from topic.topic t
      join colleague c on t.addressees && c.principals
      left join topic.reading r on r.topic = t.id and r.person = c.id and r.version = t.version
     where t.id = any (of) and t.addressees && mine and t.state = 'published';
end $$;

-- How much came to the reader through each of these principals, day by day.
create function topic.rhythm(of uuid[], since timestamptz, zone text)
    returns table (principal uuid, day date, topics integer)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    return query
    select a.principal, (a.revised_at at time zone zone)::date, count(*)::integer
      from topic.addressee a
     where a.principal = any (of) and a.principal = any (mine) and a.revised_at >= since
     group by 1, 2;
end $$;

-- What one wrote oneself is not unread.
create or replace function topic.unread(of_kind text, of_principal uuid, at_most integer) returns integer
    language sql stable security definer
    set search_path = ''
    as $$ select count(*)::integer from (
              select n.topic from topic.newest(of_kind, of_principal, 'infinity', at_most * 2) n
                join topic.topic t on t.id = n.topic and t.author is distinct from membership.reader()
               where not exists (select from topic.reading r
                                  where r.topic = n.topic and r.person = membership.reader()
                                    and r.version = t.version)
               limit at_most) u $$;
