-- Who am I, today? Making a page asks this twenty times within some milliseconds; it is answered once, when the page
-- begins. Everything else asks anew at every statement.
create or replace function membership.principals() returns uuid[]
    language plpgsql stable security definer parallel safe
    set search_path = ''
    as $$
declare
    kept  text := current_setting('noroshi.principals', true);
    who   uuid;
    found uuid[];
begin
    if kept <> '' then
        return kept::uuid[];
    end if;
    who := membership.reader();
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

-- Names the reader of a page, with the rights of this moment, until the transaction ends.
create function membership.read_a_page(who text) returns void
    language plpgsql
    set search_path = ''
    as $$
begin
    perform set_config('noroshi.person', who, true), set_config('noroshi.principals', '', true);
    perform set_config('noroshi.principals', membership.principals()::text, true);
end $$;

revoke execute on function membership.read_a_page(text) from public;
grant execute on function membership.read_a_page(text) to ${app};
