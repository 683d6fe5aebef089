-- What a digest of one person may still gather: neither seen nor sent, and not the same news again that a kept search of
-- theirs has found.
create function notification.ungathered(who uuid, moment timestamptz) returns setof uuid
    language sql stable
    set search_path = ''
    as $$
    select i.id from notification.item i
     where i.person = who and i.seen_at is null and i.digest is null and i.at > moment - interval '7 days'
       and not exists (select from notification.mail m where m.item = i.id and m.state not in ('dropped', 'given_up'))
       and not (i.what in ('TOPIC_POSTED', 'BULLETIN_PUBLISHED')
                and exists (select from notification.item s
                             where s.person = who and s.topic = i.topic and s.what = 'SEARCH_MATCHED')) $$;
revoke execute on function notification.ungathered(uuid, timestamptz) from public;

create or replace function notification.gather(who uuid, day date, moment timestamptz, next_one timestamptz) returns boolean
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
       and exists (select from notification.ungathered(who, moment))
    on conflict (person, digest_day) do nothing
    returning id into gathered;
    if gathered is null then
        return false;
    end if;
    update notification.item i set digest = gathered where i.id in (select notification.ungathered(who, moment));
    return true;
end $$;
