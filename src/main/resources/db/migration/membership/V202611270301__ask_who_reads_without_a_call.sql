-- Who reads is asked twenty times for a page. Written as expressions, both answers become part of the statement that asks;
-- before, each was the call of a function that changed settings for its own length. Only where the rights of a page are not
-- there is a door asked, which works them out as it always did. (Parsed when it is made, a body of this form needs no search_path.)
create or replace function membership.reader() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('noroshi.person', true), '')::uuid;

create function membership.work_out_principals() returns uuid[]
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
revoke execute on function membership.work_out_principals() from public;
grant execute on function membership.work_out_principals() to ${app};

create or replace function membership.principals() returns uuid[]
    language sql stable security invoker parallel safe
    return case when current_setting('noroshi.principals', true) <> '' then current_setting('noroshi.principals', true)::uuid[]
                else membership.work_out_principals() end;
alter function membership.principals() reset all;

-- Names the reader of a page, with the rights of this moment, until the transaction ends.
create or replace function membership.read_a_page(who text) returns void
    language plpgsql
    set search_path = ''
    as $$
begin
    perform set_config('noroshi.person', who, true);
    perform set_config('noroshi.principals', membership.work_out_principals()::text, true);
end $$;
