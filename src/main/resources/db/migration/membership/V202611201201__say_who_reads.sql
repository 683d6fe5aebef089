-- The reader is set once per transaction by the transaction manager; nobody set means nothing is visible.
create function membership.reader() returns uuid
    language sql stable parallel safe
    set search_path = ''
    as $$ select nullif(current_setting('noroshi.person', true), '')::uuid $$;

create function membership.everyone() returns uuid
    language sql immutable parallel safe
    set search_path = ''
    as $$ select '00000000-0000-4000-8000-000000000001'::uuid $$;

-- Who am I, today? The addressees a reader answers to. plpgsql keeps the plan of its query for the session.
create function membership.principals() returns uuid[]
    language plpgsql stable security definer parallel safe
    set search_path = ''
    as $$
declare
    who   uuid := membership.reader();
    found uuid[];
begin
    if who is null then
        return '{}';
    end if;
    select array_agg(s.organisation) into found
      from membership.seat s
      join membership.organisation o on o.id = s.organisation and o.status = 'active'
      join membership.person p on p.id = s.person and p.status = 'active'
     where s.person = who and s.since <= now() and (s.until is null or s.until > now());
    if found is null then
        return '{}';
    end if;
    return found || membership.everyone() || who || array(
        select b.principal
          from membership.belonging b
          left join membership.office f on f.id = b.principal
         where b.person = who and b.since <= now() and (b.until is null or b.until > now())
           and (f.id is null or f.organisation = any (found)));
end $$;

-- Does the reader hold an office of this kind today?
create function membership.holds(office_kind text) returns boolean
    language sql stable parallel safe
    set search_path = ''
    as $$ select exists (
        select from membership.office f
         where f.kind = office_kind and f.id = any (membership.principals())) $$;

-- Does the reader sit at the Centre today?
create function membership.at_centre() returns boolean
    language sql stable parallel safe
    set search_path = ''
    as $$ select exists (
        select from membership.organisation o
         where o.part = 'CENTRE' and o.id = any (membership.principals())) $$;

-- The people behind a set of addressees, with the seat that counts for reach.
create function membership.people_behind(wanted uuid[]) returns table (person uuid, organisation uuid)
    language plpgsql stable security definer
    set search_path = ''
    as $$
begin
    if membership.reader() is null then
        return;
    end if;
    return query
    select distinct on (s.person) s.person, s.organisation
      from membership.seat s
      join membership.organisation o on o.id = s.organisation and o.status = 'active'
      join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
     where s.since <= now() and (s.until is null or s.until > now())
       and (membership.everyone() = any (wanted) or s.person = any (wanted) or s.organisation = any (wanted)
            or exists (select from membership.belonging b
                        where b.person = s.person and b.principal = any (wanted)
                          and b.since <= now() and (b.until is null or b.until > now())))
     order by s.person, s.since;
end $$;

-- The organisations the reader administers today.
create function membership.administered() returns uuid[]
    language sql stable parallel safe
    set search_path = ''
    as $$ select array(
        select s.organisation from membership.seat s
         where s.person = membership.reader() and 'ORG_ADMIN' = any (s.roles)
           and s.organisation = any (membership.principals())
           and s.since <= now() and (s.until is null or s.until > now())) $$;

-- Does one of the reader's seats in force carry one of these roles?
create function membership.has_role(variadic wanted text[]) returns boolean
    language sql stable parallel safe
    set search_path = ''
    as $$ select exists (
        select from membership.seat s
         where s.person = membership.reader() and s.roles && wanted
           and s.organisation = any (membership.principals())
           and s.since <= now() and (s.until is null or s.until > now())) $$;
