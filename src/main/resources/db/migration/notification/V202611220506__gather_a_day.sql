-- Whose digest is due. Each is looked after by one at a time.
create function notification.due_digests(moment timestamptz, at_most integer)
    returns table (person uuid, zone text, hour smallint)
    language plpgsql volatile security definer
    set search_path = ''
    as $$
begin
    return query
    select s.person, s.zone, s.digest_hour from notification.setting s
     where s.digest and s.digest_next <= moment
     order by s.digest_next limit at_most for update skip locked;
end $$;

-- Gathers what one person has not seen and was not sent into the one digest of their day, and sets the next. A day
-- without news has none.
create function notification.gather(who uuid, day date, moment timestamptz, next_one timestamptz) returns boolean
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    gathered uuid;
begin
    update notification.setting s set digest_next = next_one where s.person = who and s.digest_next <= moment;
    if not found then
        return false;
    end if;
    insert into notification.mail (person, digest_day, weight, made_at, next_at)
    select who, day, 'usual', moment, moment
     where exists (select from membership.person p where p.id = who and p.email is not null and p.status = 'active')
       and exists (select from notification.item i
                    where i.person = who and i.seen_at is null and i.digest is null
                      and i.at > moment - interval '7 days'
                      and not exists (select from notification.mail m
                                       where m.item = i.id and m.state not in ('dropped', 'given_up')))
    on conflict (person, digest_day) do nothing
    returning id into gathered;
    if gathered is null then
        return false;
    end if;
    update notification.item i set digest = gathered
     where i.person = who and i.seen_at is null and i.digest is null and i.at > moment - interval '7 days'
       and not exists (select from notification.mail m where m.item = i.id and m.state not in ('dropped', 'given_up'));
    return true;
end $$;
create index on notification.item (digest) where digest is not null;

revoke execute on function notification.due_digests(timestamptz, integer),
    notification.gather(uuid, date, timestamptz, timestamptz) from public;
grant execute on function notification.due_digests(timestamptz, integer),
    notification.gather(uuid, date, timestamptz, timestamptz) to ${app};
