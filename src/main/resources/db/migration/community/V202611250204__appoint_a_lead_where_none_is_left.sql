-- Invited communities in which nobody can answer requests any more, because the last lead moved away or left: for the
-- Centre's administrators. What is said in them stays theirs.
create function community.leaderless()
    returns table (community uuid, code text, name text, name_en text, requests integer)
    language sql stable security definer
    set search_path = ''
    as $$
    select c.id, c.code, c.name, c.name_en,
           (select count(*)::integer from community.request q where q.community = c.id and q.decided_at is null)
      from community.community c
     where (select membership.has_role('ADMINISTRATOR')) and c.kind = 'invited' and c.closed_at is null
       and not exists (select from membership.belonging b
                         join membership.person p on p.id = b.person and p.status = 'active'
                         join membership.seat s on s.person = b.person and s.since <= now()
                                                and (s.until is null or s.until > now())
                         join membership.organisation o on o.id = s.organisation and o.status = 'active'
                        where b.principal = c.id and b.role = 'lead' and b.since <= now()
                          and (b.until is null or b.until > now())) $$;

-- Who could lead one of these: its members, and those who ask to be let in. Nobody appoints themselves.
create function community.candidates(of uuid) returns setof uuid
    language sql stable security definer
    set search_path = ''
    as $$
    select p.id
      from membership.person p
     where of in (select l.community from community.leaderless() l)
       and p.status = 'active' and p.kind = 'human' and p.id <> membership.reader()
       and exists (select from membership.seat s
                     join membership.organisation o on o.id = s.organisation and o.status = 'active'
                    where s.person = p.id and s.since <= now() and (s.until is null or s.until > now()))
       and (exists (select from membership.belonging b
                     where b.principal = of and b.person = p.id and b.since <= now()
                       and (b.until is null or b.until > now()))
            or exists (select from community.request q
                        where q.community = of and q.person = p.id and q.decided_at is null)) $$;

create function community.appoint(of uuid, whom uuid) returns boolean
    language plpgsql volatile security definer
    set search_path = ''
    as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(of::text, 0));
    if whom not in (select community.candidates(of)) then
        return false;
    end if;
    insert into membership.belonging (principal, circle, person, role, admitted_by)
    values (of, 'community', whom, 'lead', membership.reader())
    on conflict (person, principal) where until is null do update set role = 'lead';
    update community.request q set decided_at = now(), decided_by = membership.reader(), admitted = true
     where q.community = of and q.person = whom and q.decided_at is null;
    return true;
end $$;
revoke execute on function community.leaderless(), community.candidates(uuid), community.appoint(uuid, uuid) from public;
grant execute on function community.leaderless(), community.candidates(uuid), community.appoint(uuid, uuid) to ${app};
