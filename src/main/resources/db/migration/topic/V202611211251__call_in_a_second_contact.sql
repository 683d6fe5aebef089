-- Notices to one organisation are topics too.
do $$
begin
    execute (select format('alter table topic.topic drop constraint %I, add constraint topic_kind_check check (%s or kind = ''NOTICE'')',
                           c.conname, pg_get_expr(c.conbin, c.conrelid))
               from pg_constraint c where c.conrelid = 'topic.topic'::regclass and c.conname = 'topic_kind_check');
end $$;

-- When a window stays silent, those who administer its organisation read the notice too. A door for the job that
-- chases: the application itself cannot open it.
create function topic.call_in(wanted uuid) returns integer
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    it     topic.topic;
    called uuid[];
begin
    select * into it from topic.topic t where t.id = wanted for update;
    if it.id is null or it.kind <> 'NOTICE' or it.state <> 'published' or it.tlp = 'RED' then
        return 0;
    end if;
    called := array(
        select distinct s.person
          from topic.audience a
          join membership.office f on f.id = a.principal and f.kind = 'window'
          join membership.organisation o on o.id = f.organisation and o.status = 'active'
          join membership.seat s on s.organisation = f.organisation and 'ORG_ADMIN' = any (s.roles)
           and s.since <= now() and (s.until is null or s.until > now())
          join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
         where a.topic = wanted and not s.person = any (it.addressees));
    update topic.topic set addressees = addressees || called where id = wanted;
    update topic.words set addressees = addressees || called where topic = wanted;
    insert into topic.addressee (topic, principal, kind, revised_at)
    select wanted, p, it.kind, it.revised_at from unnest(called) p on conflict do nothing;
    return cardinality(called);
end $$;
revoke execute on function topic.call_in from public;
